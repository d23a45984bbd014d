import {
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';

/** Where a workload stands among the problems, and its neighbours. */
export interface ProblemPlace {
  /** From 0; undefined when what is open is not a problem. */
  readonly index?: number;
  readonly previous?: WorkloadIdentity;
  readonly next?: WorkloadIdentity;
}

/**
 * Goes round: after the last comes the first, as with the keys J and K. From what is no problem, "next" leads to the first
 * and "previous" to the last. The only problem has no neighbours.
 */
export function problemPlace(
  problems: readonly WorkloadIdentity[],
  open: WorkloadIdentity,
): ProblemPlace {
  const id = workloadId(open);
  const index = problems.findIndex(problem => workloadId(problem) === id);
  const count = problems.length;
  if (index < 0) {
    return { previous: problems[count - 1], next: problems[0] };
  }
  return count === 1
    ? { index }
    : {
        index,
        previous: problems[(index - 1 + count) % count],
        next: problems[(index + 1) % count],
      };
}
