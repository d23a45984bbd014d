import { DateTime } from 'luxon';

/**
 * A time in full with its zone, for tooltips: `2026-11-23 13:48:05 GMT+8`. What is not a time is given back as it is.
 * @public
 */
export function fullTime(at: string): string {
  const time = DateTime.fromISO(at);
  return time.isValid ? time.toFormat('yyyy-MM-dd HH:mm:ss ZZZZ') : at;
}

/**
 * The clock time of today (`13:48`), or month, day and clock time of another day (`11-21 13:48`).
 * @public
 */
export function clockTime(at: string, now: number): string {
  const time = DateTime.fromISO(at);
  if (!time.isValid) {
    return at;
  }
  return time.hasSame(DateTime.fromMillis(now), 'day')
    ? time.toFormat('HH:mm')
    : time.toFormat('MM-dd HH:mm');
}
