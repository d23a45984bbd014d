import { conditionStatus } from '../podPhase';
import { PodRow } from '../rows';
import { Facts, PodRule } from './types';

/** A pod has a node and does not come to run, and nobody says why: an image that is pulled for long, a start that hangs. */
export const slowStart: PodRule = ({ pod, now, patience }) => {
  const begun = pod.startedAt ?? pod.createdAt;
  if (
    pod.phase !== 'Pending' ||
    begun === undefined ||
    now - Date.parse(begun) <= patience
  ) {
    return undefined;
  }
  const at = pod.containers.find(
    ({ role, state }) => role === 'init' && state === 'running',
  );
  return {
    code: 'slow-start',
    failing: false,
    container: at?.name,
    since: begun,
    detail: pod.message,
    facts: {
      minutes: Math.floor((now - Date.parse(begun)) / 60_000),
      ...causeOf(pod, at?.name),
    },
  };
};

function causeOf(pod: PodRow, container: string | undefined): Facts {
  const gated = pod.conditions.some(
    ({ type, reason }) =>
      type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  if (gated) {
    return { cause: 'gated' };
  }
  if (container !== undefined) {
    return { cause: 'init', container };
  }
  return {
    cause: conditionStatus(pod, 'PodScheduled') === 'True' ? 'node' : 'unknown',
  };
}
