import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { isBeingPrepared } from './isBeingPrepared';
import { missingReference } from './missingReference';
import { PodRule } from './types';
import { earliest, firstSeen, recentWarning } from './warnings';

/**
 * The kubelet gives the same reason for whatever it cannot make a container's configuration of: a refused user, a path
 * that cannot be made, a reference that is not there.
 */
export function isRefusedConfig(container: Container): boolean {
  return (
    container.state === 'waiting' &&
    container.reason === 'CreateContainerConfigError' &&
    container.message !== undefined &&
    missingReference(container.message) === undefined
  );
}

/** A container waits for a ConfigMap or Secret, or for a key of one, that is not there. */
export const configMissing: PodRule = ({ pod, warnings, now }) => {
  const container = pod.containers.find(
    ({ state, reason }) =>
      state === 'waiting' && reason === 'CreateContainerConfigError',
  );
  const mount = isBeingPrepared(pod)
    ? recentWarning(warnings, now, ['FailedMount'])
    : undefined;
  const detail = container?.message ?? mount?.message;
  const facts = missingReference(detail);
  if (!facts && (!container || isRefusedConfig(container))) {
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
