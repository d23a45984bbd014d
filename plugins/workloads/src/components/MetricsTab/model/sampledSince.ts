import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Since when a source that measures only while somebody looks has measured, in milliseconds since 1970; undefined where
 * there is a store, or nothing was measured yet.
 */
export function sampledSince(answer: MetricsAnswer): number | undefined {
  const clusters = answer.sources
    .filter(({ state }) => state === 'sampled')
    .map(({ cluster }) => cluster);
  const firsts = answer.series
    .filter(
      ({ cluster, measure }) =>
        clusters.includes(cluster) &&
        measure !== 'request' &&
        measure !== 'limit',
    )
    .map(({ values }) => values.findIndex(value => value !== null))
    .filter(index => index >= 0);
  return firsts.length > 0
    ? Date.parse(answer.from) + Math.min(...firsts) * answer.step * 1000
    : undefined;
}
