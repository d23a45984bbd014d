/** A source that measures a little late, or once not at all, leaves no gap that one should see. */
const LEAST = 3;

/** Steps in which nothing was measured; both ends belong to it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Where no line of a chart has a value.
 *
 * @returns no gap where there is no value at all: that is no chart
 */
export function gapsOf(
  lines: readonly { readonly values: readonly (number | null)[] }[],
): Gap[] {
  const length = Math.max(0, ...lines.map(({ values }) => values.length));
  const gaps: Gap[] = [];
  let from: number | undefined;
  for (let index = 0; index <= length; index += 1) {
    const measured =
      index === length ||
      lines.some(({ values }) => (values[index] ?? null) !== null);
    if (!measured) {
      from ??= index;
    } else if (from !== undefined) {
      gaps.push({ from, to: index - 1 });
      from = undefined;
    }
  }
  return gaps.filter(
    gap => gap.to - gap.from + 1 >= LEAST && gap.to - gap.from + 1 < length,
  );
}
