import { Value } from '@domaindeck/backstage-plugin-workloads-react';
import { ComparedMeasure } from './comparedMeasures';
import { figureOf } from './figureOf';

const DAY_SECONDS = 86_400;
/** With fewer pairs of days one odd day would be what is usual. */
const LEAST_PAIRS = 3;

/** By which shares a measure changes from one day to the next anyway: -0.1 is a tenth less. */
export interface Swing {
  readonly low: number;
  readonly high: number;
}

/**
 * How much a measure changes from day to day: p5 and p95 of the changes between the same hours of days that follow each
 * other.
 *
 * @param values - of some days
 * @param step - seconds between two values
 * @param span - seconds of the hours that are looked at, a day at most
 * @returns undefined where too few days are known
 */
export function usualSwing(
  values: readonly Value[],
  step: number,
  span: number,
  figure: ComparedMeasure['figure'],
): Swing | undefined {
  const day = Math.round(DAY_SECONDS / step);
  const length = Math.max(1, Math.round(Math.min(span, DAY_SECONDS) / step));
  const figures: (number | undefined)[] = [];
  for (let start = 0; start + length <= values.length; start += day) {
    figures.push(figureOf(values.slice(start, start + length), figure));
  }
  const changes = figures
    .flatMap((value, index) => {
      const before = figures[index - 1];
      return value !== undefined && before !== undefined && before > 0
        ? [value / before - 1]
        : [];
    })
    .sort((a, b) => a - b);
  if (changes.length < LEAST_PAIRS) {
    return undefined;
  }
  const at = (part: number) => changes[Math.round(part * (changes.length - 1))];
  return { low: Math.min(0, at(0.05)), high: Math.max(0, at(0.95)) };
}
