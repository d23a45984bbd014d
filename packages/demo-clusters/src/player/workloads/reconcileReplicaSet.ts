import { isDeepStrictEqual } from 'node:util';
import { StatusError } from '../../writes/StatusError';
import { ControllerContext } from '../ControllerContext';
import { judged } from '../conditions';
import {
  Condition,
  Pod,
  ReplicatedWorkload,
  isActive,
  isReady,
} from '../objects';
import { refusalOf } from '../refusalOf';
import { createPod } from './podsOfTemplate';

const SOURCE = 'replicaset-controller';
const FAILURE = 'ReplicaFailure';

/** Keeps as many pods as a ReplicaSet wants and counts those that are ready. */
export function reconcileReplicaSet(
  context: ControllerContext,
  replicaSet: ReplicatedWorkload,
): void {
  const all = context.owned<Pod>(replicaSet, 'Pod');
  const pods = all.filter(isActive);
  const { replicas } = replicaSet.spec;
  let refusal: StatusError | undefined;
  if (!replicaSet.metadata.deletionTimestamp) {
    for (
      let missing = replicas - pods.length;
      missing > 0 && !refusal;
      missing--
    ) {
      refusal = startPod(context, replicaSet);
    }
    // Those that serve nobody go first.
    const surplus = [...pods]
      .sort((a, b) => Number(isReady(a)) - Number(isReady(b)))
      .slice(0, Math.max(0, pods.length - replicas));
    for (const pod of surplus) {
      context.remove(pod);
      context.tell(replicaSet, {
        type: 'Normal',
        reason: 'SuccessfulDelete',
        message: `Deleted pod: ${pod.metadata.name}`,
        source: SOURCE,
      });
    }
  }
  const left = context.owned<Pod>(replicaSet, 'Pod').filter(isActive);
  const ready = left.filter(isReady).length;
  const status = {
    replicas: left.length,
    ...(left.length > 0 && { fullyLabeledReplicas: left.length }),
    ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    ...(refusal && { conditions: [failure(context, replicaSet, refusal)] }),
    observedGeneration: replicaSet.metadata.generation,
  };
  if (!isDeepStrictEqual(status, replicaSet.status)) {
    context.update({ ...replicaSet, status });
  }
  if (refusal) {
    // Tried again later.
    throw refusal;
  }
}

/** The first refusal is told until pods can be made again: the names of pods that never were would make each a new one. */
function failure(
  context: ControllerContext,
  { status }: ReplicatedWorkload,
  refusal: StatusError,
): Condition {
  const known = status.conditions?.find(({ type }) => type === FAILURE);
  const { message } = refusal;
  return (
    known ??
    judged(
      undefined,
      { type: FAILURE, status: 'True', reason: 'FailedCreate', message },
      context.now,
    )
  );
}

/** Makes one more pod and says so; what the server refuses is said, too, and given back. */
function startPod(
  context: ControllerContext,
  replicaSet: ReplicatedWorkload,
): StatusError | undefined {
  const siblings = context.owned<Pod>(replicaSet, 'Pod');
  let name = '';
  const refusal = refusalOf(() => {
    name = createPod(context, replicaSet, replicaSet.spec.template, siblings);
  });
  context.tell(replicaSet, {
    type: refusal ? 'Warning' : 'Normal',
    reason: refusal ? 'FailedCreate' : 'SuccessfulCreate',
    message: refusal
      ? `Error creating: ${refusal.message}`
      : `Created pod: ${name}`,
    source: SOURCE,
  });
  return refusal;
}
