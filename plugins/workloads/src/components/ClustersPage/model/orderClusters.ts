import {
  Cluster,
  ClusterState,
} from '@domaindeck/backstage-plugin-workloads-common';

const SEVERITY: Record<ClusterState, number> = {
  denied: 0,
  unreachable: 1,
  connecting: 2,
  stale: 3,
  live: 4,
};

/**
 * How bad it stands with a cluster, smallest first. A live one with nodes that are not ready comes before one that is only
 * being read again, because there something is broken.
 */
export function severity(cluster: Cluster): number {
  return notReady(cluster) > 0 && SEVERITY[cluster.state] > 3
    ? 2.5
    : SEVERITY[cluster.state];
}

/** Nodes that are not ready, as far as they are known. */
export function notReady(cluster: Cluster): number {
  return cluster.nodes
    ? Math.max(0, cluster.nodes.total - cluster.nodes.ready)
    : 0;
}

/** Worst first; clusters that fare alike stay in the order of the config. */
export function orderClusters(clusters: readonly Cluster[]): Cluster[] {
  return [...clusters].sort((a, b) => severity(a) - severity(b));
}
