import { isStillReading } from './isStillReading';
import { PodRule } from './types';

const ORDINARY: ReadonlySet<string | undefined> = new Set([
  undefined,
  'ContainerCreating',
  'PodInitializing',
]);

/** A pod or container says a reason that no other rule knows; the cluster's words are all there is. */
export const heldBack: PodRule = ({ pod, now }) => {
  const container = pod.containers.find(
    candidate =>
      candidate.state === 'waiting' &&
      !ORDINARY.has(candidate.reason) &&
      !isStillReading(candidate, pod, now),
  );
  const reason =
    container?.reason ?? (pod.phase === 'Pending' ? pod.reason : undefined);
  if (reason === undefined) {
    return undefined;
  }
  return {
    code: 'other',
    failing: false,
    container: container?.name,
    since: pod.startedAt ?? pod.createdAt,
    detail: container?.message ?? pod.message,
    facts: { reason },
  };
};
