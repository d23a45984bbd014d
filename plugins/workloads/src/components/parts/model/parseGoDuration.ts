const UNITS_MS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/**
 * Reads a duration as Kubernetes writes it into messages, such as `1m20s` or `2.8s`.
 * @returns milliseconds, or undefined for what is not a duration.
 */
export function parseGoDuration(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0 || parts.map(part => part[0]).join('') !== text) {
    return undefined;
  }
  return parts.reduce(
    (sum, [, value, unit]) => sum + Number(value) * UNITS_MS[unit],
    0,
  );
}
