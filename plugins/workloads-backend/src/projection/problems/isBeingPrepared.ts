import { conditionStatus } from '../podPhase';
import { PodRow } from '../rows';

/**
 * Whether a node has yet to give the pod its volumes and its network: none of its containers has begun. Newer kubelets
 * say when that is done; what failed before is over then, however long the image takes.
 */
export function isBeingPrepared(pod: PodRow): boolean {
  return (
    pod.containers.every(({ state }) => state === 'waiting') &&
    conditionStatus(pod, 'PodReadyToStartContainers') !== 'True'
  );
}
