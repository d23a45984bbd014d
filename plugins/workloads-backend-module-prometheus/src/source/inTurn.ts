/** Does for each what is to be done, for so many at a time, and gives the results in the order of the items. */
export async function inTurn<T, R>(
  items: readonly T[],
  atOnce: number,
  ask: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const own = next;
      next += 1;
      results[own] = await ask(items[own]);
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, work),
  );
  return results;
}
