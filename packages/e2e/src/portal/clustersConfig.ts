import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ClusterAccess } from '../clusters/TestClusters';
import { REPOSITORY } from '../repository';

interface Grant {
  where?: { tiers?: string[]; clusters?: string[] };
}

interface ClustersConfig {
  workloads: {
    clusters: Record<string, { tier: string; logs?: object }>;
    bindings: { cluster: string }[];
  };
  environments: object;
  access: { grants: Grant[] };
}

/**
 * The demo's config of its clusters, without those that a run does not have and without what names them; real clusters
 * have no demo history.
 *
 * @param stores - the `logs` part of clusters that have another store
 */
export function clustersConfig(
  clusters: readonly ClusterAccess[],
  stores: Readonly<Record<string, object>> = {},
): ClustersConfig {
  const file = join(REPOSITORY, 'examples/clusters.yaml');
  const { workloads, environments, access } = parse(
    readFileSync(file, 'utf8'),
  ) as ClustersConfig;
  const names = clusters.map(cluster => cluster.name);
  const present = Object.entries(workloads.clusters).flatMap(
    ([name, { logs: demo, ...config }]) => {
      const found = clusters.find(cluster => cluster.name === name);
      const logs = stores[name] ?? (found?.caData ? undefined : demo);
      return found
        ? [[name, { ...config, ...(logs && { logs }) }] as const]
        : [];
    },
  );
  const tiers = present.map(([, { tier }]) => tier);
  return {
    workloads: {
      clusters: Object.fromEntries(present),
      bindings: workloads.bindings.filter(({ cluster }) =>
        names.includes(cluster),
      ),
    },
    environments,
    access: {
      grants: access.grants.flatMap(grant => {
        if (!grant.where) {
          return [grant];
        }
        const where = {
          ...grant.where,
          ...keep('tiers', grant.where.tiers, tiers),
          ...keep('clusters', grant.where.clusters, names),
        };
        return Object.values(where).some(list => list.length === 0)
          ? []
          : [{ ...grant, where }];
      }),
    },
  };
}

function keep(
  key: 'tiers' | 'clusters',
  named: readonly string[] | undefined,
  present: readonly string[],
): Grant['where'] {
  return named && { [key]: named.filter(name => present.includes(name)) };
}
