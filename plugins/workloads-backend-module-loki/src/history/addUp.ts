/** The sum; undefined as soon as a part is not known. */
export function addUp(
  parts: readonly (number | undefined)[],
): number | undefined {
  return parts.reduce<number | undefined>(
    (sum, part) =>
      sum === undefined || part === undefined ? undefined : sum + part,
    0,
  );
}
