/**
 * Keeps rows where they stand: those known stay in their order, new ones come after them, those gone leave. Nothing
 * moves under the eyes of who reads.
 * @param before - Keys in the order shown so far.
 * @param now - Keys as they would be ordered afresh.
 */
export function keepOrder(
  before: readonly string[],
  now: readonly string[],
): string[] {
  const present = new Set(now);
  const known = new Set(before);
  return [
    ...before.filter(key => present.has(key)),
    ...now.filter(key => !known.has(key)),
  ];
}
