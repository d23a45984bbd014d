import {
  ClusterStatus,
  Environment,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/** How one baseline fares, in short. */
export interface BaselineSummary {
  /** `cluster/namespace`. */
  readonly ref: string;
  readonly cluster: string;
  readonly tier: string;
  readonly services: number;
  readonly failing: number;
  readonly degraded: number;
  readonly rolling: number;
  /** Nothing current is known of it. */
  readonly silent: boolean;
  /** When its cluster was last seen, RFC 3339. */
  readonly asOf?: string;
}

/** Sums up the standing environments, in the order of the config. */
export function baselinesOf(
  environments: readonly Environment[],
  workloads: readonly Workload[],
  clusters: readonly ClusterStatus[],
): BaselineSummary[] {
  return environments
    .filter(one => one.kind === 'baseline')
    .map(one => {
      const own = workloads.filter(
        workload =>
          workload.cluster === one.cluster &&
          workload.namespace === one.namespace,
      );
      const count = (health: Workload['health']) =>
        own.filter(workload => workload.health === health).length;
      const status = clusters.find(cluster => cluster.name === one.cluster);
      return {
        ref: one.ref,
        cluster: one.cluster,
        tier: one.tier,
        services: own.length,
        failing: count('failed'),
        degraded: count('degraded'),
        rolling: count('progressing'),
        silent:
          status?.state === 'unreachable' ||
          status?.state === 'denied' ||
          status?.state === 'connecting',
        ...(status?.asOf ? { asOf: status.asOf } : {}),
      };
    });
}
