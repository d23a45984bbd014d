import { DateTime } from 'luxon';

/**
 * The time of an event: to the second today, since several come within a minute; day and minute before.
 * @param now - Milliseconds since the epoch.
 */
export function eventClock(at: string, now: number): string {
  const time = DateTime.fromISO(at);
  if (!time.isValid) {
    return at;
  }
  return time.hasSame(DateTime.fromMillis(now), 'day')
    ? time.toFormat('HH:mm:ss')
    : time.toFormat('MM-dd HH:mm');
}
