import {
  ClusterStatus,
  Environment,
} from '@domaindeck/backstage-plugin-workloads-common';

/** One environment as the matrix shows it. */
export interface Column {
  readonly environment: Environment;
  readonly cluster: ClusterStatus;
  /** Nothing current is known of the cluster: what is shown is the last known. */
  readonly silent: boolean;
  /** The cluster has not answered yet: what is missing may still come. */
  readonly connecting: boolean;
  readonly isReference: boolean;
  /** Where it is, in the fewest words that tell it from the other columns. */
  readonly place: string;
}

/**
 * The environments to show, in the order of the clusters and, within one, of the answer.
 *
 * @param chosen - Refs; empty for every baseline.
 * @param reference - Ref of the environment to compare with; the first baseline of production unless told. Without
 * either there is nothing to compare with.
 */
export function buildColumns(
  environments: readonly Environment[],
  clusters: readonly ClusterStatus[],
  chosen: readonly string[],
  reference: string | undefined,
): readonly Column[] {
  const place = new Map(clusters.map((cluster, i) => [cluster.name, i]));
  const last = clusters.length;
  const shown = environments
    .filter(environment =>
      chosen.length > 0
        ? chosen.includes(environment.ref)
        : environment.kind === 'baseline',
    )
    .sort(
      (a, b) => (place.get(a.cluster) ?? last) - (place.get(b.cluster) ?? last),
    );
  const referenceRef =
    shown.find(environment => environment.ref === reference)?.ref ??
    shown.find(
      environment =>
        environment.tier === 'production' && environment.kind === 'baseline',
    )?.ref;
  return shown.map(environment => {
    const cluster = clusters[place.get(environment.cluster) ?? -1] ?? {
      name: environment.cluster,
      tier: environment.tier,
      state: 'connecting',
    };
    const title = cluster.title ?? cluster.name;
    const hasNeighbour = shown.some(
      other => other !== environment && other.cluster === environment.cluster,
    );
    return {
      environment,
      cluster,
      silent: cluster.state === 'unreachable' || cluster.state === 'denied',
      connecting: cluster.state === 'connecting',
      isReference: environment.ref === referenceRef,
      place: hasNeighbour ? `${title} / ${environment.namespace}` : title,
    };
  });
}
