import {
  MetricUsageAnswer,
  MetricUse,
  WorkloadUsage,
} from '@domaindeck/backstage-plugin-workloads-common';

/** So much of what it may use that the next rush reaches it. */
const FULL = 0.9;

/** What all pods of an environment use now. */
export interface TotalUse {
  /** Cores or bytes; undefined where nothing was measured. */
  readonly used?: number;
  /** Undefined where nothing is asked for. */
  readonly requested?: number;
}

/** One row of the card. */
export interface EnvironmentUsage {
  /** Ref of the environment. */
  readonly ref: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly tier: string;
  readonly cpu: TotalUse;
  readonly memory: TotalUse;
  readonly workloads: readonly WorkloadUsage[];
}

/** A workload whose busiest pod is near what it may use. */
export interface FullWorkload {
  readonly usage: WorkloadUsage;
  readonly tier: string;
  /** Of its memory limit. */
  readonly share: number;
}

/** What the card shows. */
export interface UsageGrid {
  /** In the order of the clusters. */
  readonly environments: readonly EnvironmentUsage[];
  /** Whether no environment has more than one workload, so that a row can tell of that one. */
  readonly single: boolean;
  /** The fullest first. */
  readonly full: readonly FullWorkload[];
  /** Names of clusters of which nothing is known, with the reason. */
  readonly missing: readonly {
    readonly cluster: string;
    readonly reason?: string;
  }[];
}

/** Adds up what workloads use by environment, and finds those that are nearly full. */
export function usageGrid(answer: MetricUsageAnswer): UsageGrid {
  const { items, clusters, sources } = answer;
  const place = (name: string) =>
    clusters.findIndex(cluster => cluster.name === name);
  const tierOf = (name: string) =>
    clusters.find(cluster => cluster.name === name)?.tier ?? 'unknown';
  const refs = [...new Set(items.map(({ environment }) => environment))];
  const environments = refs
    .map((ref): EnvironmentUsage => {
      const workloads = items.filter(item => item.environment === ref);
      const [{ cluster, namespace }] = workloads;
      return {
        ref,
        cluster,
        namespace,
        tier: tierOf(cluster),
        cpu: totalOf(workloads.map(({ cpu }) => cpu)),
        memory: totalOf(workloads.map(({ memory }) => memory)),
        workloads,
      };
    })
    .sort((a, b) => place(a.cluster) - place(b.cluster));
  return {
    environments,
    single: environments.every(({ workloads }) => workloads.length === 1),
    full: items
      .flatMap(usage => {
        const { now = 0, limit = 0 } = usage.memory ?? {};
        return limit > 0 && now >= FULL * limit
          ? [{ usage, tier: tierOf(usage.cluster), share: now / limit }]
          : [];
      })
      .sort((a, b) => b.share - a.share),
    missing: sources
      .filter(({ state }) => state === 'none' || state === 'failing')
      .map(({ cluster, reason }) => ({ cluster, reason })),
  };
}

function totalOf(uses: readonly (MetricUse | undefined)[]): TotalUse {
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce<number | undefined>(
      (all, value) => (value === undefined ? all : (all ?? 0) + value),
      undefined,
    );
  return {
    used: sum(uses.map(use => use?.total)),
    requested: sum(uses.map(use => use?.totalRequest)),
  };
}
