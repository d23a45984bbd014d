/**
 * The time that a tab shows. The same words stand in the URL of Logs and Metrics, so that a change of tab keeps it.
 *
 * - `live`: from so long ago and on with what comes.
 * - `last`: the time until now, as it was when it was asked for.
 * - `fixed`: between two moments, RFC 3339.
 *
 * @public
 */
export type TimeRange =
  | { readonly kind: 'live' | 'last'; readonly duration: RangeDuration }
  | { readonly kind: 'fixed'; readonly from: string; readonly to: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds of each duration that a range may have, as ISO 8601 writes them. */
const DURATIONS = {
  PT5M: 5 * MINUTE,
  PT15M: 15 * MINUTE,
  PT1H: HOUR,
  PT6H: 6 * HOUR,
  PT24H: DAY,
  P7D: 7 * DAY,
  P30D: 30 * DAY,
} as const;

/**
 * The durations to choose from.
 * @public
 */
export type RangeDuration = keyof typeof DURATIONS;

/**
 * The durations to choose from, shortest first.
 * @public
 */
export const RANGE_DURATIONS = Object.keys(
  DURATIONS,
) as readonly RangeDuration[];

const USUAL: RangeDuration = 'PT15M';
const OWN_KEYS = ['from', 'to', 'range', 'follow'];

/**
 * Reads the range of a URL; live where it says nothing that can be understood. Two moments in the wrong order are the
 * same range, see {@link isReversed}.
 * @param usual - how far back that is: 15 minutes unless told
 * @public
 */
export function readTimeRange(
  params: URLSearchParams,
  usual: RangeDuration = USUAL,
): TimeRange {
  const from = Date.parse(params.get('from') ?? '');
  const to = Date.parse(params.get('to') ?? '');
  if (from !== to && !Number.isNaN(from + to)) {
    return fixedRange(Math.min(from, to), Math.max(from, to));
  }
  const range = params.get('range');
  const duration = RANGE_DURATIONS.find(one => one === range);
  return duration && params.get('follow') !== '1'
    ? { kind: 'last', duration }
    : { kind: 'live', duration: duration ?? usual };
}

/**
 * Whether a URL has the two moments of a range in the wrong order.
 * @public
 */
export function isReversed(params: URLSearchParams): boolean {
  const [from, to] = ['from', 'to'].map(key =>
    Date.parse(params.get(key) ?? ''),
  );
  return from > to;
}

/**
 * Writes a range into a copy of the parameters; the usual one is left out.
 * @param usual - as it is read there
 * @public
 */
export function writeTimeRange(
  range: TimeRange,
  params: URLSearchParams,
  usual: RangeDuration = USUAL,
): URLSearchParams {
  const next = new URLSearchParams(params);
  OWN_KEYS.forEach(key => next.delete(key));
  if (range.kind === 'fixed') {
    next.set('from', range.from);
    next.set('to', range.to);
  } else if (range.kind === 'last') {
    next.set('range', range.duration);
  } else if (range.duration !== usual) {
    next.set('range', range.duration);
    next.set('follow', '1');
  }
  return next;
}

/**
 * The two moments of a range, in milliseconds since 1970.
 * @public
 */
export function boundsOf(
  range: TimeRange,
  now: number,
): { readonly from: number; readonly to: number } {
  return range.kind === 'fixed'
    ? { from: Date.parse(range.from), to: Date.parse(range.to) }
    : { from: now - DURATIONS[range.duration], to: now };
}

/**
 * The range of the same length before or after; a range that would reach past now ends there.
 * @public
 */
export function movedRange(
  range: TimeRange,
  step: -1 | 1,
  now: number,
): TimeRange {
  const { from, to } = boundsOf(range, now);
  const span = to - from;
  const end = Math.min(now, to + step * span);
  return fixedRange(end - span, end);
}

/**
 * A range between two moments.
 * @public
 */
export function fixedRange(from: number, to: number): TimeRange {
  return {
    kind: 'fixed',
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}
