import { isDeepStrictEqual } from 'node:util';
import { ControllerContext } from '../ControllerContext';
import { Pod, ReplicatedWorkload, isActive, isReady } from '../objects';
import { createPod } from './podsOfTemplate';

const SOURCE = 'replicaset-controller';

/** Keeps as many pods as a ReplicaSet wants and counts those that are ready. */
export function reconcileReplicaSet(
  context: ControllerContext,
  replicaSet: ReplicatedWorkload,
): void {
  const all = context.owned<Pod>(replicaSet, 'Pod');
  const pods = all.filter(isActive);
  const { replicas, template } = replicaSet.spec;
  if (!replicaSet.metadata.deletionTimestamp) {
    for (let missing = replicas - pods.length; missing > 0; missing--) {
      const siblings = context.owned<Pod>(replicaSet, 'Pod');
      const name = createPod(context, replicaSet, template, siblings);
      context.tell(replicaSet, {
        type: 'Normal',
        reason: 'SuccessfulCreate',
        message: `Created pod: ${name}`,
        source: SOURCE,
      });
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
    observedGeneration: replicaSet.metadata.generation,
  };
  if (!isDeepStrictEqual(status, replicaSet.status)) {
    context.update({ ...replicaSet, status });
  }
}
