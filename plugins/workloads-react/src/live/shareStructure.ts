/**
 * Gives `next` with every part that equals the same part of `previous` replaced by that part, so that what did not
 * change keeps its identity. Plain JSON values only; list elements are matched by place.
 * @public
 */
export function shareStructure<T>(previous: T | undefined, next: T): T {
  if (Object.is(previous, next) || previous === undefined) {
    return next;
  }
  if (Array.isArray(previous) && Array.isArray(next)) {
    const shared = next.map((item, i) => shareStructure(previous[i], item));
    return previous.length === shared.length &&
      shared.every((item, i) => Object.is(item, previous[i]))
      ? previous
      : (shared as T);
  }
  if (isRecord(previous) && isRecord(next)) {
    const keys = Object.keys(next);
    const shared: Record<string, unknown> = {};
    let same = keys.length === Object.keys(previous).length;
    for (const key of keys) {
      shared[key] = shareStructure(previous[key], next[key]);
      same &&= key in previous && Object.is(shared[key], previous[key]);
    }
    return (same ? previous : shared) as T;
  }
  return next;
}

/**
 * Like {@link shareStructure}, with list elements matched by key instead of by place; the order is that of `next`.
 * @public
 */
export function shareByKey<T>(
  previous: readonly T[],
  next: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  const known = new Map(previous.map(item => [keyOf(item), item]));
  const shared = next.map(item => shareStructure(known.get(keyOf(item)), item));
  return previous.length === shared.length &&
    shared.every((item, i) => item === previous[i])
    ? previous
    : shared;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
