import { DateTime } from 'luxon';

/**
 * A time in full with its zone, for tooltips: `2026-11-23 13:48:05 GMT+8`. What is not a time is given back as it is.
 * @public
 */
export function fullTime(at: string): string {
  const time = DateTime.fromISO(at);
  return time.isValid ? time.toFormat('yyyy-MM-dd HH:mm:ss ZZZZ') : at;
}

/** The night shift should not see a date on what happened an hour ago. */
const RECENT_MS = 12 * 3_600_000;

/**
 * The clock time of today or of the last 12 hours (`13:48`), else month, day and clock time (`11-21 13:48`).
 * @public
 */
export function clockTime(at: string, now: number): string {
  const time = DateTime.fromISO(at);
  if (!time.isValid) {
    return at;
  }
  const recent =
    Math.abs(now - time.toMillis()) < RECENT_MS ||
    time.hasSame(DateTime.fromMillis(now), 'day');
  return time.toFormat(recent ? 'HH:mm' : 'MM-dd HH:mm');
}
