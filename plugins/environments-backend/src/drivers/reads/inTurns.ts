/** Requests that one call has in flight: a portal must not crowd others out of an API server. */
const AT_ONCE = 4;

/** Does something with each, a few at a time. @returns what came of it, in the order given */
export async function inTurns<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      try {
        results[index] = await act(items[index]);
      } catch (error) {
        // What is not begun stays so: the answer is an error already.
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
