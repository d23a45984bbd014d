import { LogHistogram } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What is drawn of a histogram.
 * @public
 */
export interface HistogramShape {
  readonly from: number;
  readonly to: number;
  /** Value at the top of the plot; twice the middle grid line. */
  readonly top: number;
  /** Moments at which the time is written, milliseconds. */
  readonly labels: readonly number[];
}

/** Steps between labels, milliseconds; the first that leaves them 100 px apart is taken. */
const STEPS = [
  1, 5, 10, 30, 60, 180, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400,
  172_800, 604_800,
].map(seconds => seconds * 1_000);

/**
 * Works out axis and labels of a histogram.
 * @param width - Of the plot in pixels.
 * @public
 */
export function histogramShape(
  histogram: Pick<LogHistogram, 'from' | 'to' | 'buckets'>,
  width: number,
): HistogramShape {
  const from = Date.parse(histogram.from);
  const to = Date.parse(histogram.to);
  const most = Math.max(
    0,
    ...histogram.buckets.map(({ counts }) => sumOf(counts)),
  );
  const room = Math.max(1, Math.floor(width / 100));
  const step =
    STEPS.find(one => (to - from) / one <= room) ?? STEPS[STEPS.length - 1];
  const labels: number[] = [];
  for (let at = Math.ceil(from / step) * step; at < to; at += step) {
    labels.push(at);
  }
  return { from, to, top: niceTop(most), labels };
}

/** All lines of a bucket. */
export function sumOf(counts: {
  error: number;
  warn: number;
  info: number;
  debug: number;
}): number {
  return counts.error + counts.warn + counts.info + counts.debug;
}

/** The next of 2, 4, 10, 20, 40, 100, …: its half is a round number too. */
function niceTop(most: number): number {
  let power = 1;
  for (;;) {
    for (const factor of [2, 4, 6, 10]) {
      if (factor * power >= most) {
        return factor * power;
      }
    }
    power *= 10;
  }
}
