import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { NeededRule } from '../clusters/NeededRule';
import { watchedResources } from '../cache/watchedResources';

/** Reading one object live, reading all, and being told of changes. */
const WATCHING = ['get', 'list', 'watch'];

/** What each capability needs; `manifests/<capability>.yaml` of this package grants just that. */
export const neededRules: Readonly<
  Record<'view' | 'logs' | 'metrics', readonly NeededRule[]>
> = {
  view: Object.entries(watchedResources).map(([resource, { group }]) => ({
    group,
    resource,
    verbs: WATCHING,
  })),
  logs: [{ group: '', resource: 'pods/log', verbs: ['get'] }],
  metrics: [{ group: 'metrics.k8s.io', resource: 'pods', verbs: ['list'] }],
};

/**
 * What acting as a person needs.
 *
 * @param groups - the groups of the cluster in whose name the portal may act; never all
 */
export function impersonationRules(groups: readonly string[]): NeededRule[] {
  const verbs = ['impersonate'];
  return [
    { group: '', resource: 'users', verbs },
    ...(groups.length > 0
      ? [{ group: '', resource: 'groups', verbs, names: [...groups].sort() }]
      : []),
  ];
}

/** Everything that the portal's account needs in a cluster, as the cluster is configured. */
export function neededRulesOf(cluster: ClusterDefinition): NeededRule[] {
  return [
    ...neededRules.view,
    ...neededRules.logs,
    ...(cluster.metrics ? [] : neededRules.metrics),
    ...(cluster.impersonate
      ? impersonationRules(Object.values(cluster.impersonate.groups))
      : []),
  ];
}
