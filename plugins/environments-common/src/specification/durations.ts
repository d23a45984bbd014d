const PATTERN =
  /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;

const UNITS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/**
 * Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; a day has 24 hours. Undefined for
 * any other text: months and years have no fixed length.
 * @public
 */
export function durationMs(text: string): number | undefined {
  const match = PATTERN.exec(text);
  const given = match?.slice(1).filter(part => part !== undefined) ?? [];
  if (!match || given.length === 0 || text.endsWith('T')) {
    return undefined;
  }
  return UNITS.reduce(
    (sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit,
    0,
  );
}

/**
 * Writes milliseconds as an ISO 8601 duration of days, hours, minutes and seconds.
 * @public
 */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const days = Math.floor(seconds / 86_400);
  const rest: [number, string][] = [
    [Math.floor((seconds % 86_400) / 3600), 'H'],
    [Math.floor((seconds % 3600) / 60), 'M'],
    [seconds % 60, 'S'],
  ];
  const time = rest.map(([n, unit]) => (n > 0 ? `${n}${unit}` : '')).join('');
  const date = days > 0 ? `${days}D` : '';
  return date || time ? `P${date}${time ? `T${time}` : ''}` : 'PT0S';
}
