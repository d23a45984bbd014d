import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { isRefusedConfig } from './configMissing';
import { crashOf } from './crashOf';
import { PodRule } from './types';
import { isBeingPrepared } from './isBeingPrepared';
import { isStillReading } from './isStillReading';
import { earliest, firstSeen, lastingWarning } from './warnings';

const WAITING: ReadonlySet<string | undefined> = new Set([
  'CreateContainerError',
  'RunContainerError',
  'CreatePodSandboxError',
  'PostStartHookError',
  'StartError',
]);

const ENDED: ReadonlySet<string | undefined> = new Set([
  'StartError',
  'ContainerCannotRun',
]);

const RUNS_AS_ROOT = /runAsNonRoot|will run as root|non-root/i;

const NO_COMMAND =
  /executable file not found|no such file or directory|no command specified/i;

/** The runtime refuses to start a container, or cannot give the pod its network. */
export const containerStart: PodRule = ({ pod, warnings, now }) => {
  const container = pod.containers.find(
    candidate =>
      cannotRun(candidate, now) && !isStillReading(candidate, pod, now),
  );
  const sandbox = isBeingPrepared(pod)
    ? lastingWarning(warnings, now, ['FailedCreatePodSandBox'])
    : undefined;
  if (!container && !sandbox) {
    return undefined;
  }
  const detail = container
    ? container.message ?? container.lastEnd?.message
    : sandbox?.message;
  return {
    code: 'container-start',
    failing: true,
    container: container?.name,
    since: earliest([
      firstSeen(warnings, ['Failed', 'FailedCreatePodSandBox']),
      container?.lastEnd?.at,
      pod.startedAt,
    ]),
    detail,
    facts: {
      cause: container ? causeOf(container, detail) : 'sandbox',
      ...(container && { container: container.name }),
    },
  };
};

function cannotRun(container: Container, now: number): boolean {
  return (
    (container.state === 'waiting' && WAITING.has(container.reason)) ||
    isRefusedConfig(container) ||
    ENDED.has(crashOf(container, now)?.reason)
  );
}

function causeOf(container: Container, detail: string | undefined): string {
  if (container.reason === 'PostStartHookError') {
    return 'hook';
  }
  if (RUNS_AS_ROOT.test(detail ?? '')) {
    return 'root';
  }
  return NO_COMMAND.test(detail ?? '') ? 'command' : 'runtime';
}
