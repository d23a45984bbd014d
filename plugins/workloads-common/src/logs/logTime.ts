const FORM =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
/** `2026-11-24T10:00:00.000000000Z` */
const LENGTH = 30;

/**
 * Writes a time of a log line in one form: UTC with nine digits. Times in this form compare as texts, and keep the
 * nanoseconds that a `Date` loses.
 *
 * @returns undefined for what is no RFC 3339 time
 * @public
 */
export function normalizeLogTime(text: string): string | undefined {
  // Hot path: a node in UTC writes this very form already.
  const match = FORM.exec(text);
  if (!match) {
    return undefined;
  }
  const [, seconds, fraction = '', zone] = match;
  if (zone === 'Z') {
    return text.length === LENGTH
      ? text
      : `${seconds}.${fraction.padEnd(9, '0')}Z`;
  }
  const milliseconds = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(milliseconds)
    ? undefined
    : `${new Date(milliseconds).toISOString().slice(0, 19)}.${fraction.padEnd(
        9,
        '0',
      )}Z`;
}

/**
 * Milliseconds since 1970 of a time that {@link normalizeLogTime} wrote.
 * @public
 */
export function logTimeMs(at: string): number {
  return Date.parse(`${at.slice(0, 23)}Z`);
}

/**
 * A time as {@link normalizeLogTime} writes it, of milliseconds since 1970.
 * @public
 */
export function logTimeOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 23)}000000Z`;
}

/**
 * A time moved by milliseconds; what lies below a millisecond stays.
 * @public
 */
export function shiftLogTime(at: string, milliseconds: number): string {
  return milliseconds === 0
    ? at
    : `${new Date(logTimeMs(at) + milliseconds)
        .toISOString()
        .slice(0, 23)}${at.slice(23)}`;
}
