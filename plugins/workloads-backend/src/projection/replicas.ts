import { Replicas } from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from './ownership';
import { WorkloadRow } from './rows';

/**
 * The counts that a person compares. A Job counts what succeeded as ready; a CronJob shows its newest Job, and nothing
 * while it is suspended and none runs.
 */
export function replicasOf(family: Family): Replicas {
  const { root, jobs } = family;
  if (root.kind === 'Job') {
    return jobReplicas(root);
  }
  if (root.kind === 'CronJob') {
    const [newest] = jobs;
    return newest && (!root.suspended || newest.current > 0)
      ? jobReplicas(newest)
      : { desired: 0, ready: 0, updated: 0, available: 0 };
  }
  const { desired, ready, updated, available } = root;
  return { desired, ready, updated, available };
}

function jobReplicas(job: WorkloadRow): Replicas {
  const { desired, available } = job;
  return {
    desired,
    ready: Math.min(desired, available + job.ready),
    updated: desired,
    available,
  };
}
