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

/** The zone in which times are written, such as `Asia/Shanghai (UTC+08:00)`. */
export function zoneInWords(zone: LogZone): string {
  if (zone !== 'local') {
    return 'UTC';
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const minutes = -new Date().getTimezoneOffset();
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${timeZone} (UTC${minutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(
    ahead % 60,
  )})`;
}
