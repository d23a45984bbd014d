import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';

/** A workload in an environment. */
export interface WorkloadPlace {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * The series of one workload. A pod is of the workload whose name its own begins with; where several fit, of the one with
 * the longest name: `orders-db-0` is of `orders-db` and not of `orders`.
 *
 * @param names - of all workloads that may be in the answer
 */
export function ofWorkload(
  answer: MetricsAnswer,
  place: WorkloadPlace,
  names: readonly string[],
): MetricsAnswer {
  const rivals = names.filter(
    name => name !== place.name && name.startsWith(`${place.name}-`),
  );
  const isOwn = (pod: string) =>
    pod.startsWith(`${place.name}-`) &&
    !rivals.some(rival => pod.startsWith(`${rival}-`));
  return {
    ...answer,
    series: answer.series.filter(
      ({ cluster, namespace, workload, pod }) =>
        cluster === place.cluster &&
        namespace === place.namespace &&
        (pod === undefined ? workload === place.name : isOwn(pod)),
    ),
  };
}
