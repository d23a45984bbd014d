import { Value } from '@domaindeck/backstage-plugin-workloads-react';
import { ComparedMeasure } from './comparedMeasures';

/** One number for a line; undefined where nothing was measured. */
export function figureOf(
  values: readonly Value[],
  figure: ComparedMeasure['figure'],
): number | undefined {
  const measured = values.filter((value): value is number => value !== null);
  if (measured.length === 0) {
    return undefined;
  }
  const sum = measured.reduce((all, value) => all + value, 0);
  switch (figure) {
    case 'count':
      return sum;
    case 'most':
      return measured.reduce((most, value) => Math.max(most, value));
    default:
      return sum / measured.length;
  }
}
