/**
 * A value without fields and items that are `null`: they say the same as none, and are left over where somebody has
 * emptied a field. What has none is given back as it is.
 */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.filter(one => one !== null).map(withoutNulls);
    return same(items, value) ? value : (items as T);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const before = Object.entries(value);
  const after = before
    .filter(([, inner]) => inner !== null)
    .map(([field, inner]) => [field, withoutNulls(inner)] as const);
  const changed =
    after.length !== before.length ||
    after.some(([, inner], index) => inner !== before[index][1]);
  return changed ? (Object.fromEntries(after) as T) : value;
}

function same(items: readonly unknown[], before: readonly unknown[]): boolean {
  return (
    items.length === before.length &&
    items.every((item, index) => item === before[index])
  );
}
