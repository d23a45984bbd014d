import { ClusterReader } from '../cache/types';
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
  };
}
