/** Longer than this no server is believed: a wrong clock must not silence a kind for a day. */
const MAX_MS = 300_000;

/**
 * Reads a Retry-After header: seconds, or a date.
 *
 * @returns milliseconds from now; undefined when there is none or it makes no sense
 * @public
 */
export function readRetryAfter(
  header: string | string[] | undefined,
  now: Date,
): number | undefined {
  const text = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!text) {
    return undefined;
  }
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.min(MAX_MS, Math.max(0, wait));
}
