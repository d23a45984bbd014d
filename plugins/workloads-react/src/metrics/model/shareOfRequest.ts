import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import { sumOf, Value } from './combine';

/**
 * The same answer as shares of what each pod asks for: 1 is the request, the limit stands as far above as it allows more.
 * Pods that ask for nothing are left out.
 */
export function shareOfRequest(answer: MetricsAnswer): MetricsAnswer {
  const pods = new Map<string, MetricSeries[]>();
  for (const one of answer.series) {
    if (one.pod !== undefined) {
      const key = `${one.pod}@${one.cluster}/${one.namespace}`;
      pods.set(key, [...(pods.get(key) ?? []), one]);
    }
  }
  return {
    ...answer,
    unit: 'ratio',
    series: [...pods.values()].flatMap(own => {
      const of = (measure: string) =>
        sumOf(own.filter(one => one.measure === measure));
      const asked = of('request');
      return ['usage', 'request', 'limit'].flatMap(
        (measure): MetricSeries[] => {
          const values = divided(of(measure), asked);
          return values.some(value => value !== null)
            ? [{ ...own[0], container: undefined, measure, values }]
            : [];
        },
      );
    }),
  };
}

/** Whether any pod says what it asks for. */
export function hasRequest({ series }: MetricsAnswer): boolean {
  return series.some(({ measure }) => measure === 'request');
}

/**
 * How much of what all pods ask for they use together, at each step; pods that ask for nothing, or of which nothing was
 * measured then, are left out.
 */
export function usedOfRequest(answer: MetricsAnswer): Value[] {
  const kept = new Set(
    answer.series
      .filter(one => one.measure === 'request')
      .map(({ pod }) => pod),
  );
  const own = answer.series.filter(({ pod }) => kept.has(pod));
  return divided(
    sumOf(own.filter(one => one.measure === 'usage')),
    sumOf(own.filter(one => one.measure === 'request')),
  );
}

function divided(values: readonly Value[], by: readonly Value[]): Value[] {
  return values.map((value, index) => {
    const divisor = by[index] ?? 0;
    return value === null || divisor <= 0 ? null : value / divisor;
  });
}
