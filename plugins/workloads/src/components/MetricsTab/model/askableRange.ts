import {
  fixedRange,
  TimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';

/** What the backend answers at most; shorter than a scrape there is nothing to see. */
const LONGEST_MS = 30 * 86_400_000;
const SHORTEST_MS = 60_000;

/**
 * The range that somebody zoomed to, as far as it may be asked for: it ends now at the latest, and is neither longer
 * than 30 days nor shorter than a minute. What is cut off is cut off on the far side of now.
 *
 * @param from - milliseconds since 1970, like the others
 */
export function askableRange(from: number, to: number, now: number): TimeRange {
  const end = Math.min(to, now);
  const span = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, end - from));
  return fixedRange(end - span, end);
}
