import { MetricScale } from '../model';
import { isAsked } from './isAsked';
import { TimeSeriesProps } from './TimeSeriesProps';

/** A limit farther above what is used than this would make a flat line of it; the legend tells it. */
const REACH = 3;
/** Numbers that read well on an axis, up to a power of ten. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** So many things are counted one by one. */
const FEW = 4;

/**
 * The values at which grid lines stand, the last of which is the upper end of the axis: nothing, half of it and all of it,
 * or one by one where few things are counted. It reaches over what is used and, where it is not far above, over what was
 * asked for.
 */
export function yTicks(
  lines: TimeSeriesProps['lines'],
  { unit, divisor }: Pick<MetricScale, 'unit' | 'divisor'>,
): number[] {
  const most = mostOf(lines) / divisor;
  const isCounted = unit === 'count';
  if (isCounted && most <= FEW) {
    return Array.from(
      { length: Math.max(1, Math.ceil(most)) + 1 },
      (_, index) => index * divisor,
    );
  }
  const half = roundUp(most / 2, isCounted);
  return [0, half * divisor, 2 * half * divisor];
}

function mostOf(lines: TimeSeriesProps['lines']): number {
  const shown = lines.filter(({ hidden }) => !hidden);
  const used = highest(shown.filter(({ kind }) => !isAsked(kind)));
  const asked = shown
    .filter(({ kind }) => isAsked(kind))
    .map(line => highest([line]))
    .filter(value => used === 0 || value <= REACH * used);
  return Math.max(used, ...asked);
}

function roundUp(value: number, whole: boolean): number {
  if (!(value > 0)) {
    return 0.5;
  }
  const power = 10 ** Math.floor(Math.log10(value));
  const found = ROUND.map(one => one * power).find(
    one => one >= value && (!whole || Number.isInteger(one)),
  );
  return found ?? 10 * power;
}

function highest(
  lines: readonly { readonly values: readonly (number | null)[] }[],
): number {
  let most = 0;
  for (const { values } of lines) {
    for (const value of values) {
      if (value !== null && value > most) {
        most = value;
      }
    }
  }
  return most;
}
