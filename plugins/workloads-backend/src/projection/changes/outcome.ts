import {
  Change,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from '../ownership';
import { patienceOf } from '../problems/findProblems';
import { rolloutOf } from '../rollout';
import { ReleaseStep, ScalingStep } from './types';

type Outcome = Pick<Change, 'outcome' | 'reason'>;

const SUCCEEDED: Outcome = { outcome: 'succeeded' };

/**
 * How the newest release of a workload went.
 *
 * A release that was once complete has succeeded, whatever happens to its pods later; that is the workload's health.
 * StatefulSets, DaemonSets and CronJobs do not say whether it was: a failure that began within the time that pods may
 * take to start counts as the release's.
 */
export function outcomeOfRelease(
  family: Family,
  workload: Workload,
  step: ReleaseStep,
): Outcome {
  const { health, reason } = workload;
  const because = reason === undefined ? {} : { reason };
  if (rolloutOf(family).kind === 'rolling') {
    return {
      outcome: health === 'failed' ? 'failed' : 'in-progress',
      ...because,
    };
  }
  if (family.root.kind === 'Deployment') {
    return SUCCEEDED;
  }
  const since = Date.parse(workload.problems[0]?.since ?? '');
  const early = since - Date.parse(step.at) <= patienceOf(family);
  if (health === 'failed' && early) {
    return { outcome: 'failed', ...because };
  }
  return health === 'progressing'
    ? { outcome: 'in-progress', ...because }
    : SUCCEEDED;
}

/** How the newest scaling went: whether the pods that it asked for are there. */
export function outcomeOfScaling(
  workload: Workload,
  { to }: ScalingStep,
): Outcome {
  const { health, reason, replicas } = workload;
  if (replicas.ready >= Math.min(to, replicas.desired)) {
    return SUCCEEDED;
  }
  return {
    outcome:
      health === 'failed' || health === 'degraded' ? 'failed' : 'in-progress',
    ...(reason !== undefined && { reason }),
  };
}
