/**
 * How times of lines are written; `off` leaves the column out.
 * @public
 */
export type LogZone = 'local' | 'utc' | 'off';

/**
 * The time of day of a line to the millisecond, `14:01:52.118`.
 * @param at - RFC 3339, UTC, nine digits.
 * @public
 */
export function logClock(at: string, zone: LogZone): string {
  if (zone !== 'local') {
    return at.slice(11, 23);
  }
  const time = new Date(`${at.slice(0, 23)}Z`);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(
    time.getSeconds(),
  )}.${at.slice(20, 23)}`;
}
