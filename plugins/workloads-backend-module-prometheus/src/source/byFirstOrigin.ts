import {
  MetricScope,
  MetricSourceSeries,
} from '@domaindeck/backstage-plugin-workloads-node';
import { CATALOGUE } from '../catalogue';

/** Who counts, in the order in which they are believed. */
const ORIGINS = [...new Set(CATALOGUE.map(({ origin }) => origin))];

/**
 * Of each workload only what the first of those tells who count the same: its own pods before an ingress controller, so
 * that no request is drawn twice.
 */
export function byFirstOrigin(
  series: readonly MetricSourceSeries[],
  scopes: readonly Pick<MetricScope, 'namespace' | 'workloads'>[],
): MetricSourceSeries[] {
  const first = new Map<string, number>();
  const keyed = series.map(one => {
    const owner = one.workload ?? ownerOf(one, scopes);
    const key = owner && `${one.namespace}/${owner}`;
    const rank = ORIGINS.indexOf(one.origin);
    if (key && one.values.some(value => value !== null)) {
      first.set(key, Math.min(rank, first.get(key) ?? rank));
    }
    return { one, key, rank };
  });
  return keyed
    .filter(
      ({ one, key, rank }) =>
        one.origin === undefined ||
        key === undefined ||
        rank <= (first.get(key) ?? rank),
    )
    .map(({ one }) => one);
}

/** The workload whose name a pod's begins with; of several the longest. */
function ownerOf(
  { namespace, pod }: MetricSourceSeries,
  scopes: readonly Pick<MetricScope, 'namespace' | 'workloads'>[],
): string | undefined {
  return scopes
    .filter(scope => scope.namespace === namespace)
    .flatMap(({ workloads = [] }) => workloads.map(({ name }) => name))
    .filter(name => pod?.startsWith(`${name}-`))
    .reduce<string | undefined>(
      (best, name) => (name.length > (best?.length ?? 0) ? name : best),
      undefined,
    );
}
