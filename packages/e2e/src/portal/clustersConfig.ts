import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ClusterAccess } from '../clusters/TestClusters';
import { REPOSITORY } from '../repository';

interface ClustersConfig {
  workloads: {
    clusters: Record<string, object>;
    bindings: { cluster: string }[];
  };
}

/** The demo's config of its clusters, without those that a run does not have. */
export function clustersConfig(
  clusters: readonly ClusterAccess[],
): ClustersConfig {
  const file = join(REPOSITORY, 'examples/clusters.yaml');
  const { workloads } = parse(readFileSync(file, 'utf8')) as ClustersConfig;
  const names = clusters.map(cluster => cluster.name);
  return {
    workloads: {
      clusters: Object.fromEntries(
        Object.entries(workloads.clusters).filter(([name]) =>
          names.includes(name),
        ),
      ),
      bindings: workloads.bindings.filter(({ cluster }) =>
        names.includes(cluster),
      ),
    },
  };
}
