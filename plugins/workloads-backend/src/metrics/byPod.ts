import {
  MetricSeries,
  MetricUnit,
} from '@domaindeck/backstage-plugin-workloads-common';

/** What two containers use can be added up; how often each was restarted is told of each. */
const ADDED_UP: readonly MetricUnit[] = ['cores', 'bytes', 'bytesPerSecond'];

/**
 * The same series with the containers of each pod added up, where that can be done; a value is missing where none of them
 * has one.
 */
export function byPod(
  series: readonly MetricSeries[],
  unit: MetricUnit,
): readonly MetricSeries[] {
  if (!ADDED_UP.includes(unit)) {
    return series;
  }
  const sums = new Map<string, MetricSeries>();
  for (const one of series) {
    const key = JSON.stringify([
      one.cluster,
      one.namespace,
      one.pod,
      one.workload,
      one.subject,
      one.measure,
      one.origin,
      one.unit,
    ]);
    const known = sums.get(key);
    if (known) {
      known.values = added(known.values, one.values);
    } else {
      sums.set(key, { ...one, container: undefined });
    }
  }
  return [...sums.values()];
}

function added(
  one: MetricSeries['values'],
  other: MetricSeries['values'],
): MetricSeries['values'] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => {
    const [a, b] = [one[i] ?? null, other[i] ?? null];
    return a === null || b === null ? a ?? b : a + b;
  });
}
