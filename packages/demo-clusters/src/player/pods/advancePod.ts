import { behaviourOf } from '../behaviours';
import { Pod } from '../objects';
import { PodMemory, PodMove, PodSurroundings } from './PodMove';
import { endContainer, restartContainer } from './containerEnds';
import { becomeReady, failReadyCheck } from './readyCheck';
import {
  initializePod,
  pullImages,
  schedulePod,
  startContainers,
} from './startPod';

/** A pod that stops says so for about this long. */
const STOP_MS = 1500;

/** The first thoughts on a pod that is seen for the first time. */
export function firstMemory(pod: Pod, now: number): PodMemory {
  const known = pod.status.containerStatuses?.some(
    container => container.state?.running,
  );
  return {
    step: known ? 'running' : 'unscheduled',
    dueAt: known ? undefined : now + 100,
    ends: 0,
    failedPulls: 0,
  };
}

/**
 * The next step of a pod's life, as a kubelet and a scheduler would take it. Pure: the same arguments give the same
 * step.
 */
export function advancePod(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now } = surroundings;
  if (pod.metadata.deletionTimestamp && memory.step !== 'stopping') {
    return stopPod(pod, memory, now);
  }
  if (memory.dueAt === undefined || memory.dueAt > now) {
    return { memory, events: [] };
  }
  switch (memory.step) {
    case 'unscheduled':
      return schedulePod(pod, memory, surroundings);
    case 'pulling':
      return pullImages(pod, memory, surroundings);
    case 'initializing':
      return initializePod(pod, memory, surroundings);
    case 'starting':
      return startContainers(pod, memory, surroundings);
    case 'unready':
      return behaviourOf(pod.metadata) === 'not-ready'
        ? failReadyCheck(pod, memory, surroundings)
        : becomeReady(pod, memory, surroundings);
    case 'running':
      return endContainer(pod, memory, surroundings);
    case 'backing-off':
      return restartContainer(pod, memory, surroundings);
    case 'stopping':
      return { memory, events: [], gone: true };
    default:
      return { memory: { ...memory, dueAt: undefined }, events: [] };
  }
}

function stopPod(pod: Pod, memory: PodMemory, now: number): PodMove {
  const names = (pod.status.containerStatuses ?? [])
    .filter(container => container.state.running)
    .map(container => container.name);
  return {
    memory: { ...memory, step: 'stopping', dueAt: now + STOP_MS },
    events: names.map(container => ({
      type: 'Normal',
      reason: 'Killing',
      message: `Stopping container ${container}`,
      source: 'kubelet',
      container,
    })),
  };
}
