import { ClusterReader } from '../cache/types';
import { NodeRoom, nodeRooms } from '../projection/nodeRooms';
import { NodeRow, PodRow } from '../projection/rows';
import { NamespaceRows } from '../projection/types';

/** Everything the cache holds of one namespace. */
export function namespaceRows(
  reader: ClusterReader,
  cluster: string,
  namespace: string,
): NamespaceRows {
  return {
    cluster,
    clusterState: reader.facts(cluster)?.status.state ?? 'connecting',
    namespace,
    pods: reader.rows(cluster, 'pods', namespace),
    deployments: reader.rows(cluster, 'deployments', namespace),
    replicasets: reader.rows(cluster, 'replicasets', namespace),
    statefulsets: reader.rows(cluster, 'statefulsets', namespace),
    daemonsets: reader.rows(cluster, 'daemonsets', namespace),
    jobs: reader.rows(cluster, 'jobs', namespace),
    cronjobs: reader.rows(cluster, 'cronjobs', namespace),
    horizontalpodautoscalers: reader.rows(
      cluster,
      'horizontalpodautoscalers',
      namespace,
    ),
    events: reader.rows(cluster, 'events', namespace),
    roomOfNodes: () =>
      roomOfNodes(reader.rows(cluster, 'nodes'), reader.rows(cluster, 'pods')),
  };
}

/** By the list of a cluster's pods, which is another one after each change. */
const rooms = new WeakMap<readonly PodRow[], readonly NodeRoom[]>();

/** Counted once for all namespaces that ask between two changes. */
function roomOfNodes(
  nodes: readonly NodeRow[],
  pods: readonly PodRow[],
): readonly NodeRoom[] {
  const known = rooms.get(pods);
  if (known) {
    return known;
  }
  const counted = nodeRooms(nodes, pods);
  rooms.set(pods, counted);
  return counted;
}
