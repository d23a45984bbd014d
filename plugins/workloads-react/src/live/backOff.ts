const FIRST_MS = 500;
const LAST_MS = 30_000;

/**
 * How long to wait before an attempt: full jitter under a ceiling that doubles from 0.5 s to 30 s, so that many browsers
 * do not come back in one instant; never under a tenth of the ceiling.
 * @param attempt - 0 for the first repetition.
 * @param random - Gives a number of [0, 1).
 */
export function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(ceiling * (0.1 + 0.9 * random()));
}
