const PARTS =
  /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** The milliseconds of an ISO 8601 duration without months and years, whose length is not fixed; undefined for others. */
export function durationMs(text: string): number | undefined {
  const [, ...amounts] = PARTS.exec(text) ?? [];
  const ms = amounts.reduce(
    (sum, amount, index) => sum + Number(amount ?? 0) * UNITS[index],
    0,
  );
  return ms > 0 ? ms : undefined;
}
