import { areContainersReady } from '../podPhase';
import { PodRule } from './types';

/**
 * The node of a running pod does not answer any more.
 *
 * The control plane then sets the pod's Ready to False and leaves all else as the kubelet last wrote it: phase Running,
 * every container ready. kubectl goes on printing `1/1 Running`.
 */
export const nodeLost: PodRule = ({ pod }) => {
  const ready = pod.conditions.find(({ type }) => type === 'Ready');
  const abandoned =
    pod.phase === 'Running' &&
    ready !== undefined &&
    ready.status !== 'True' &&
    ready.reason !== 'ReadinessGatesNotReady' &&
    ready.reason !== 'ContainersNotReady' &&
    areContainersReady(pod);
  if (!abandoned && pod.phase !== 'Unknown' && pod.reason !== 'NodeLost') {
    return undefined;
  }
  // A pod without a status at all has not been seen by any node yet.
  if (!pod.node) {
    return undefined;
  }
  return {
    code: 'node-lost',
    failing: false,
    since: ready?.since,
    detail: pod.message ?? ready?.message,
    facts: { node: pod.node },
  };
};
