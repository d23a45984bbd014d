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

/** What the runtime means, by its words; the first match counts. */
const CAUSES: readonly (readonly [string, RegExp])[] = [
  ['user', /non-numeric user/i],
  ['root', /runAsNonRoot|will run as root|non-root/i],
  ['platform', /exec format error/i],
  ['denied', /permission denied/i],
  [
    'command',
    /executable file not found|no such file or directory|no command specified/i,
  ],
];

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
  const detail = container ? whyNot(container) : sandbox?.message;
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
  return (
    CAUSES.find(([, pattern]) => pattern.test(detail ?? ''))?.[0] ?? 'runtime'
  );
}

/** While it backs off, a container says that it does; why it could not be started is kept with its last end. */
function whyNot({ reason, message, lastEnd }: Container): string | undefined {
  return reason === 'CrashLoopBackOff'
    ? lastEnd?.message ?? message
    : message ?? lastEnd?.message;
}
