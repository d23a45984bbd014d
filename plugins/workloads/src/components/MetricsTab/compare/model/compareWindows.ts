import { Comparison, Side } from './comparison';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const SIDE_MS: Record<Side, number> = {
  PT1H: HOUR,
  PT24H: DAY,
  P3D: 3 * DAY,
};

/** Seconds between two values; each divides an hour or a day, so that both windows have the same steps. */
const STEPS = [15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600];
/** So many values draw a smooth line. */
const VALUES = 300;

/** A time in milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Two times of the same length, cut into the same steps. */
export interface ComparedWindows {
  readonly before: Window;
  readonly after: Window;
  /** The seven days from which is known how much a measure changes from day to day anyway; not where days do not tell it. */
  readonly usual?: Window;
  /** Seconds. */
  readonly step: number;
}

/**
 * The times that are laid over each other. What came after a release is compared with the same hours of the day before;
 * while the side is not over, with as many of them as there are.
 *
 * @param shown - the time that the tab shows
 * @returns undefined for a release so new that nothing can have been measured
 */
export function compareWindows(
  comparison: Comparison,
  shown: Window,
  now: number,
): ComparedWindows | undefined {
  if (comparison.kind === 'week') {
    const step = stepOf(7 * DAY);
    const to = aligned(now, step);
    return {
      before: { from: to - 14 * DAY, to: to - 7 * DAY },
      after: { from: to - 7 * DAY, to },
      step,
    };
  }
  if (comparison.kind !== 'release') {
    const step = stepOf(shown.to - shown.from);
    const same = {
      from: aligned(shown.from, step),
      to: aligned(shown.to, step),
    };
    return { before: same, after: same, step };
  }
  const side = sideMs(comparison.side);
  // Of a release that is new there is less to draw, and finer.
  const since = now - Date.parse(comparison.at);
  const step = stepOf(Math.min(side, Math.max(HOUR, since)));
  // The step in which it was released has something of both.
  const from = aligned(Date.parse(comparison.at), step) + step * 1000;
  const to = Math.min(from + side, aligned(now, step));
  if (to <= from) {
    return undefined;
  }
  return {
    before: { from: from - side - step * 1000, to: to - side - step * 1000 },
    after: { from, to },
    usual: { from: from - side - 7 * DAY, to: from - side },
    step,
  };
}

/** Milliseconds of a side. */
export function sideMs(side: Side): number {
  return SIDE_MS[side];
}

function stepOf(ms: number): number {
  return (
    STEPS.find(step => ms / 1000 / step <= VALUES) ?? STEPS[STEPS.length - 1]
  );
}

function aligned(at: number, step: number): number {
  return Math.floor(at / (step * 1000)) * step * 1000;
}
