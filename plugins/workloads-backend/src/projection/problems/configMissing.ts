import { missingReference } from './missingReference';
import { PodRule } from './types';
import { earliest, firstSeen, recentWarning } from './warnings';

/** The kubelet gives a refused user the same reason as a missing reference. */
export const RUNS_AS_ROOT = /runAsNonRoot|will run as root/i;

/** A container waits for a ConfigMap or Secret, or for a key of one, that is not there. */
export const configMissing: PodRule = ({ pod, warnings, now }) => {
  const container = pod.containers.find(
    ({ state, reason }) =>
      state === 'waiting' && reason === 'CreateContainerConfigError',
  );
  const mount = pod.containers.some(({ state }) => state === 'waiting')
    ? recentWarning(warnings, now, ['FailedMount'])
    : undefined;
  const detail = container?.message ?? mount?.message;
  const facts = missingReference(detail);
  if (!facts && (!container || RUNS_AS_ROOT.test(detail ?? ''))) {
    return undefined;
  }
  return {
    code: 'config-missing',
    failing: true,
    container: container?.name,
    since: earliest([
      firstSeen(warnings, ['Failed', 'FailedMount']),
      pod.startedAt,
    ]),
    detail,
    facts: { ...facts, ...(container && { container: container.name }) },
  };
};
