/**
 * Null where nothing was measured.
 * @public
 */
export type Value = number | null;

/** What is added up or compared: one value for each step. */
interface Values {
  readonly values: readonly Value[];
}

/**
 * Adds up at each step; nothing where none has a value.
 * @public
 */
export function sumOf(lines: readonly Values[]): Value[] {
  return stepsOf(lines).map((_, index) =>
    lines.reduce<Value>((sum, { values }) => {
      const value = values[index] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
}

/**
 * One of the values at each step; nothing where none has a value.
 * @param part - from 0 for the least to 1 for the most
 * @public
 */
export function across(lines: readonly Values[], part: number): Value[] {
  return stepsOf(lines).map((_, index) => {
    const values = lines
      .map(line => line.values[index])
      .filter((value): value is number => value !== null && value !== undefined)
      .sort((a, b) => a - b);
    return values.length === 0
      ? null
      : values[Math.round(part * (values.length - 1))];
  });
}

/** As many as the longest has; a source that answers late has one fewer. */
function stepsOf(lines: readonly Values[]): undefined[] {
  const length = Math.max(0, ...lines.map(({ values }) => values.length));
  return new Array<undefined>(length).fill(undefined);
}
