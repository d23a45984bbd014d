import {
  ClusterStatus,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A text that changes when releases, checks or events of a workload may have changed: its counts, its problems, its last
 * change, and whether its cluster answers.
 */
export function changeKeyOf(
  workload: Workload,
  cluster: ClusterStatus | undefined,
): string {
  const { version, health, replicas, problems, restarts, changedAt } = workload;
  return JSON.stringify([
    version,
    health,
    replicas,
    problems.map(problem => [problem.code, problem.object, problem.since]),
    restarts,
    changedAt,
    cluster?.state,
  ]);
}
