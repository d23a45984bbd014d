/** Narrows texts to a fixed set; the contract has already refused others. */
export function oneOf<T extends string>(
  values: readonly T[],
): (value: string) => value is T {
  const known: ReadonlySet<string> = new Set(values);
  return (value): value is T => known.has(value);
}
