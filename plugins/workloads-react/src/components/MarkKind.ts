import {
  ClusterState,
  Health,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Every state that has a mark: the health of a workload, and what else may stand in its place. `denied`: a cluster
 * refuses the portal. `noRight`: the reader may not. `none`: nothing of the service is there.
 * @public
 */
export type MarkKind =
  | Health
  | 'asleep'
  | 'silent'
  | 'noRight'
  | 'denied'
  | 'none';

/**
 * The mark of a cluster.
 * @public
 */
export function markOfCluster(state: ClusterState): MarkKind {
  switch (state) {
    case 'live':
    case 'stale':
      return 'healthy';
    case 'denied':
      return 'denied';
    case 'connecting':
      return 'unknown';
    default:
      return 'silent';
  }
}
