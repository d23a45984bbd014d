import {
  MetricSeries,
  MetricWarning,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Chooses what is drawn where there is too much: as many series of each cluster, and what was measured before what the
 * containers ask for.
 *
 * @returns the series in their order, and a warning for each cluster of which some are left out
 */
export function shareOut(
  series: readonly MetricSeries[],
  most: number,
): { shown: MetricSeries[]; warnings: MetricWarning[] } {
  const counts = new Map<string, number>();
  const chosen = series
    .map((one, index) => {
      const asked = isAsked(one) ? 1 : 0;
      const key = `${asked}/${one.cluster}`;
      const turn = counts.get(key) ?? 0;
      counts.set(key, turn + 1);
      return { index, asked, turn };
    })
    .sort((a, b) => a.asked - b.asked || a.turn - b.turn || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
  const kept = new Set(chosen);
  return {
    shown: series.filter((_one, index) => kept.has(index)),
    warnings: truncations(series.filter((_one, index) => !kept.has(index))),
  };
}

/** Whether a series is what containers ask for and may use, rather than what was measured. */
export function isAsked({ measure }: Pick<MetricSeries, 'measure'>): boolean {
  return measure === 'request' || measure === 'limit';
}

function truncations(left: readonly MetricSeries[]): MetricWarning[] {
  const counts = new Map<string, number>();
  left.forEach(({ cluster }) =>
    counts.set(cluster, (counts.get(cluster) ?? 0) + 1),
  );
  return [...counts].map(([cluster, count]) => ({
    cluster,
    code: 'truncated' as const,
    message: `${count} more series of this cluster are not shown; choose a service or an environment`,
  }));
}
