import {
  ClusterStatus,
  Environment,
  Health,
  Workload,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';

/** One place of the environment bar. */
export interface EnvironmentChoice {
  readonly ref: string;
  readonly environment: Environment;
  /** Two environments of one tier are told apart by what follows the tier. */
  readonly suffix?: string;
  /** The worst of the service's workloads there; absent when nothing of it runs there. */
  readonly workload?: Workload;
  /** The cluster, when nothing current is known of it. */
  readonly silent?: ClusterStatus;
  readonly current: boolean;
}

/** Worst first; what is only last known says least. */
const SEVERITY: Record<Health, number> = {
  failed: 0,
  degraded: 1,
  progressing: 2,
  suspended: 3,
  healthy: 4,
  unknown: 5,
};

/**
 * The environments in the order of their clusters, with what stands in each of the service that is open. Self-service
 * environments without it are left out: they take it from the baseline. A service is a component; workloads without one
 * are the same service when kind and name are the same.
 */
export function environmentChoices(options: {
  readonly open: WorkloadIdentity;
  readonly workloads: readonly Workload[];
  readonly environments: readonly Environment[];
  readonly clusters: readonly ClusterStatus[];
}): EnvironmentChoice[] {
  const { open, workloads, environments, clusters } = options;
  const opened = workloads.find(workload => isSame(workload, open));
  const status = new Map(clusters.map(cluster => [cluster.name, cluster]));
  const perTier = countBy(environments, environment => environment.tier);
  const choices = environments.map((environment): EnvironmentChoice => {
    const current =
      environment.cluster === open.cluster &&
      environment.namespace === open.namespace;
    const there = workloads
      .filter(
        workload =>
          workload.cluster === environment.cluster &&
          workload.namespace === environment.namespace &&
          isSameService(workload, opened, open),
      )
      .sort((a, b) => SEVERITY[a.health] - SEVERITY[b.health]);
    const cluster = status.get(environment.cluster);
    return {
      ref: environment.ref,
      environment,
      suffix: suffixOf(environment, perTier),
      // The bar says of the open environment what the panel shows, not what is worst beside it.
      workload: current ? opened ?? there[0] : there[0],
      silent:
        cluster &&
        (cluster.state === 'unreachable' || cluster.state === 'denied')
          ? cluster
          : undefined,
      current,
    };
  });
  const place = new Map(clusters.map((cluster, i) => [cluster.name, i]));
  const placeOf = ({ environment }: EnvironmentChoice) =>
    place.get(environment.cluster) ?? clusters.length;
  return choices
    .filter(
      choice =>
        choice.current ||
        choice.workload !== undefined ||
        choice.environment.kind === 'baseline',
    )
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** Whether a workload is the one with these names. */
export function isSame(
  workload: Workload,
  identity: WorkloadIdentity,
): boolean {
  return (
    workload.cluster === identity.cluster &&
    workload.namespace === identity.namespace &&
    workload.kind === identity.kind &&
    workload.name === identity.name
  );
}

function isSameService(
  workload: Workload,
  opened: Workload | undefined,
  open: WorkloadIdentity,
): boolean {
  if (opened?.componentRef) {
    return workload.componentRef === opened.componentRef;
  }
  return workload.kind === open.kind && workload.name === open.name;
}

function suffixOf(
  environment: Environment,
  perTier: ReadonlyMap<string, number>,
): string | undefined {
  if (environment.kind === 'self-service') {
    return environment.namespace;
  }
  return (perTier.get(environment.tier) ?? 0) > 1
    ? environment.cluster
    : undefined;
}

function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  }
  return counts;
}
