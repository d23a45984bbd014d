import { behaviourOf } from '../behaviours';
import { Pod } from '../objects';
import { PodMemory, PodMove, PodSurroundings } from './PodMove';
import { timeToTrouble } from './containerEnds';
import { changeFirst, withContainers } from './podStatus';

const UNHEALTHY_EVERY_MS = 60_000;

/** The ready check passes. What will crash later gets its time. */
export function becomeReady(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now } = surroundings;
  const crashes = ['out-of-memory', 'crash'].includes(
    behaviourOf(pod.metadata),
  );
  return {
    status: withContainers(
      pod,
      { containerStatuses: changeFirst(pod, { ready: true }) },
      now,
    ),
    memory: {
      ...memory,
      step: crashes ? 'running' : 'done',
      dueAt: crashes ? now + timeToTrouble(pod, memory) : undefined,
    },
    events: [],
  };
}

export function failReadyCheck(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now, visibleFrom, eventLifetime } = surroundings;
  const address = `http://${pod.status.podIP}:8080/ready`;
  return {
    memory: {
      ...memory,
      dueAt: Math.max(now + UNHEALTHY_EVERY_MS, visibleFrom - eventLifetime),
    },
    events: [
      {
        type: 'Warning',
        reason: 'Unhealthy',
        message: `Readiness probe failed: Get "${address}": dial tcp ${pod.status.podIP}:8080: connect: connection refused`,
        source: 'kubelet',
        container: pod.spec.containers[0].name,
      },
    ],
  };
}
