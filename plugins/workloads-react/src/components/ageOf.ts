/**
 * An age in the one unit that a table needs.
 * @public
 */
export type AgeParts =
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago, rounded down. A time in the future, as a cluster whose clock runs ahead gives it, is `now`.
 * @param ms - Milliseconds since then.
 * @public
 */
export function ageOf(ms: number): AgeParts {
  if (!(ms >= MINUTE)) {
    return { unit: 'now' };
  }
  if (ms < HOUR) {
    return { unit: 'minutes', count: Math.floor(ms / MINUTE) };
  }
  return ms < DAY
    ? { unit: 'hours', count: Math.floor(ms / HOUR) }
    : { unit: 'days', count: Math.floor(ms / DAY) };
}
