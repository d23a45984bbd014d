import { ToldTraffic } from './types';

/** A store has seen the last minutes only when it has scraped them, and a rate needs two scrapes. */
const LAG_MS = 5 * 60_000;

/** `unknown`: something was not measured, so that it cannot be said. */
export type Use = 'used' | 'unused' | 'unknown';

/**
 * Whether requests were answered in a span of time. Unused is only what was measured at every step of it, from its begin
 * until a few minutes ago, and had none; one value missing in between may be the one that was not zero.
 *
 * @param span - milliseconds since the epoch
 */
export function judgeUse(
  traffic: ToldTraffic,
  span: { readonly from: number; readonly to: number },
): Use {
  const { from, step, values } = traffic;
  // What was answered beyond the span was answered too: clocks of stores and of backends differ.
  if (values.some(value => value !== undefined && value > 0)) {
    return 'used';
  }
  // The step in which the span begins, by which the question was aligned.
  const first = Math.floor((span.from - from) / step);
  const last = Math.floor((span.to - LAG_MS - from) / step);
  if (first < 0 || last <= first || last >= values.length) {
    return 'unknown';
  }
  return values.slice(first, last + 1).every(value => value === 0)
    ? 'unused'
    : 'unknown';
}
