/**
 * Milliseconds over which a rate is taken: no sample between two steps is left out, and four samples are in it even
 * when one scrape failed.
 */
export function rateWindow(step: number, scrapeInterval: number): number {
  return Math.max(step + scrapeInterval, 4 * scrapeInterval);
}
