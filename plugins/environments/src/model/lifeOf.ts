import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in the one unit that tells enough. */
export interface Span {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly n: number;
}

/** How much life is left of an environment. */
export interface Life {
  /** Milliseconds; negative past the end. */
  readonly left: number;
  /** Of the whole life, 0 to 1. */
  readonly share: number;
  /** Somebody has to decide within the hour. */
  readonly soon: boolean;
  readonly ended: boolean;
}

/** How much life is left at a time. One that is kept beyond its end needs no decision. */
export function lifeOf(
  record: Pick<EnvironmentRecord, 'createdAt' | 'expiresAt' | 'pinned'>,
  now: number,
): Life {
  const end = Date.parse(record.expiresAt);
  const left = end - now;
  const whole = end - Date.parse(record.createdAt);
  return {
    left,
    share: whole > 0 ? Math.min(1, Math.max(0, left / whole)) : 0,
    soon: left < HOUR && !record.pinned,
    ended: left <= 0,
  };
}

/** The nearest round length, so that three hours less a minute are three hours. */
export function spanOf(ms: number): Span {
  const most = Math.max(0, ms);
  if (most < MINUTE) {
    return { unit: 'seconds', n: Math.floor(most / 1000) };
  }
  if (most < 59.5 * MINUTE) {
    return { unit: 'minutes', n: Math.round(most / MINUTE) };
  }
  return most < 47.5 * HOUR
    ? { unit: 'hours', n: Math.round(most / HOUR) }
    : { unit: 'days', n: Math.round(most / DAY) };
}

/** A length of which people said how long it is: a day is a day, and 8 hours are 8 hours. */
export function exactSpan(ms: number): Span {
  const units = [
    ['days', DAY],
    ['hours', HOUR],
    ['minutes', MINUTE],
  ] as const;
  const unit = units.find(([, length]) => ms > 0 && ms % length === 0);
  return unit
    ? { unit: unit[0], n: ms / unit[1] }
    : { unit: 'seconds', n: Math.round(ms / 1000) };
}

/** `1:05`, or `1:02:05` from an hour on. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
