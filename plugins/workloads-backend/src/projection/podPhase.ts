import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { PodRow } from './rows';

/**
 * Says what kubectl's STATUS column says of a pod, so that both tools speak of the same thing.
 */
export function podPhase(pod: PodRow): string {
  const ended = isPodEnded(pod);
  if (pod.deletingSince !== undefined && !ended) {
    return pod.reason === 'NodeLost' ? 'Unknown' : 'Terminating';
  }
  const start = startPhase(pod);
  if (start !== undefined && conditionStatus(pod, 'Initialized') !== 'True') {
    return start;
  }
  return runPhase(pod, start ?? ownPhase(pod));
}

/** Whether all of a pod's containers ended for good. */
export function isPodEnded(pod: PodRow): boolean {
  return pod.phase === 'Succeeded' || pod.phase === 'Failed';
}

/** Whether the pod answers: its Ready condition, or its containers where the condition is missing. */
export function isPodReady(pod: PodRow): boolean {
  if (isPodEnded(pod) || pod.deletingSince !== undefined) {
    return false;
  }
  const status = conditionStatus(pod, 'Ready');
  return status === undefined ? areContainersReady(pod) : status === 'True';
}

/** Whether every container that serves is ready, whatever the pod's own condition says. */
export function areContainersReady(pod: PodRow): boolean {
  const serving = pod.containers.filter(isServing);
  return serving.length > 0 && serving.every(container => container.ready);
}

/** Main containers and those that run beside them; not the ones at start, not the ephemeral ones. */
export function isServing(container: Container): boolean {
  return container.role === 'main' || container.role === 'sidecar';
}

export function conditionStatus(
  pod: PodRow,
  type: string,
): 'True' | 'False' | 'Unknown' | undefined {
  return pod.conditions.find(condition => condition.type === type)?.status;
}

/** Restarts as kubectl counts them: of the containers at start until these are done, then of the serving ones. */
export function podRestarts(pod: PodRow): number {
  const counted = isStarting(pod)
    ? pod.containers.filter(isAtStart)
    : pod.containers.filter(isServing);
  return counted.reduce((sum, container) => sum + container.restarts, 0);
}

function isStarting(pod: PodRow): boolean {
  return (
    startPhase(pod) !== undefined &&
    conditionStatus(pod, 'Initialized') !== 'True'
  );
}

function ownPhase(pod: PodRow): string {
  const gated = pod.conditions.some(
    condition =>
      condition.type === 'PodScheduled' &&
      condition.reason === 'SchedulingGated',
  );
  return gated ? 'SchedulingGated' : pod.reason ?? pod.phase;
}

function isAtStart(container: Container): boolean {
  return container.role === 'init' || container.role === 'sidecar';
}

/** Undefined once every container at start is done, and while the node has not spoken of any. */
function startPhase(pod: PodRow): string | undefined {
  const containers = pod.containers.filter(isAtStart);
  if (containers.every(hasNoStatus)) {
    return undefined;
  }
  const at = containers.findIndex(
    (container, index) => !isStartDone(containers, container, index),
  );
  if (at < 0) {
    return undefined;
  }
  const container = containers[at];
  if (container.state === 'ended') {
    return `Init:${endPhase(container)}`;
  }
  if (
    container.state === 'waiting' &&
    container.reason &&
    container.reason !== 'PodInitializing'
  ) {
    return `Init:${container.reason}`;
  }
  return `Init:${at}/${containers.length}`;
}

/** A container beside the others is done with its start when it is ready, or when the next one was let begin. */
function isStartDone(
  containers: readonly Container[],
  container: Container,
  index: number,
): boolean {
  if (container.state === 'ended') {
    return container.exitCode === 0;
  }
  return (
    container.role === 'sidecar' &&
    container.state === 'running' &&
    (container.ready ||
      containers.slice(index + 1).some(next => next.state !== 'waiting'))
  );
}

/** A node always gives a reason for waiting; without one it has not yet spoken. */
function hasNoStatus(container: Container): boolean {
  return container.state === 'waiting' && container.reason === undefined;
}

function runPhase(pod: PodRow, initial: string): string {
  const containers = pod.containers.filter(({ role }) => role === 'main');
  let phase = initial;
  let running = false;
  // The first container speaks last, and so wins.
  for (const container of [...containers].reverse()) {
    if (container.state === 'waiting' && container.reason) {
      phase = container.reason;
    } else if (container.state === 'ended') {
      phase = endPhase(container);
    } else if (container.state === 'running' && container.ready) {
      running = true;
    }
  }
  if (phase === 'Completed' && running) {
    return conditionStatus(pod, 'Ready') === 'True' ? 'Running' : 'NotReady';
  }
  return phase;
}

function endPhase(container: Container): string {
  return (
    container.reason ??
    (container.signal
      ? `Signal:${container.signal}`
      : `ExitCode:${container.exitCode ?? 0}`)
  );
}
