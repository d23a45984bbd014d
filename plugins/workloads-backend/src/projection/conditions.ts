import { Condition } from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from './ownership';
import { replicasOf } from './replicas';
import { rolloutOf } from './rollout';

/** The status that each known type should have; of others we cannot tell. */
const WANTED: Readonly<Record<string, 'True' | 'False'>> = {
  Available: 'True',
  Progressing: 'True',
  ReplicaFailure: 'False',
  Complete: 'True',
  SuccessCriteriaMet: 'True',
  Failed: 'False',
  FailureTarget: 'False',
  PodScheduled: 'True',
  PodReadyToStartContainers: 'True',
  Initialized: 'True',
  ContainersReady: 'True',
  Ready: 'True',
  DisruptionTarget: 'False',
};

/**
 * A workload's conditions, each judged. StatefulSets and DaemonSets write none, so what their counts say is put in the
 * two conditions that a Deployment would have.
 */
export function conditionsOfFamily(family: Family): Condition[] {
  const { root } = family;
  const written = root.conditions.map(condition => {
    const wanted = Object.hasOwn(WANTED, condition.type)
      ? WANTED[condition.type]
      : undefined;
    const { type, status, reason, message, since } = condition;
    return {
      type,
      status,
      ...(wanted && { good: status === wanted }),
      ...(reason !== undefined && { reason }),
      ...(message !== undefined && { message }),
      ...(since !== undefined && { since }),
    };
  });
  const writesNone = root.kind === 'StatefulSet' || root.kind === 'DaemonSet';
  return written.length || !writesNone ? written : counted(family);
}

function counted(family: Family): Condition[] {
  const { desired, ready, updated } = replicasOf(family);
  const rolling = rolloutOf(family).kind === 'rolling';
  return [
    {
      type: 'Available',
      status: ready >= desired ? 'True' : 'False',
      good: ready >= desired,
      message: `${ready} of ${desired} pods are ready`,
    },
    {
      type: 'Progressing',
      status: 'True',
      good: true,
      reason: rolling ? 'RollingUpdate' : 'RolloutComplete',
      message: rolling
        ? `${updated} of ${desired} pods are updated`
        : 'The rollout is complete',
    },
  ];
}
