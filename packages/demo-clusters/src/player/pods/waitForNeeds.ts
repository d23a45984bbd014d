import { Pod } from '../objects';
import { PodMemory, PodMove, PodSurroundings } from './PodMove';
import { waitingContainer, withContainers } from './podStatus';
import { UnmetNeed } from './unmetNeeds';

/** A kubelet looks again after half a second, then less and less often; the demo keeps to one pace. */
const LOOK_AGAIN_MS = 5000;

/** A volume of a pod cannot be mounted: its containers wait to be made. */
export function waitForVolume(
  memory: PodMemory,
  surroundings: PodSurroundings,
  { of, message }: UnmetNeed,
): PodMove {
  return {
    memory: { ...memory, dueAt: lookAgain(surroundings) },
    events: [
      {
        type: 'Warning',
        reason: 'FailedMount',
        message: `MountVolume.SetUp failed for volume "${of}" : ${message}`,
        source: 'kubelet',
      },
    ],
  };
}

/** A container cannot be made because its environment cannot be filled. */
export function waitForSetting(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
  { of, message }: UnmetNeed,
): PodMove {
  const reason = 'CreateContainerConfigError';
  return {
    memory: { ...memory, dueAt: lookAgain(surroundings) },
    status: withContainers(
      pod,
      {
        containerStatuses: pod.spec.containers.map(container =>
          container.name === of
            ? {
                ...waitingContainer(container, reason),
                state: { waiting: { reason, message } },
              }
            : waitingContainer(container, 'ContainerCreating'),
        ),
      },
      surroundings.now,
    ),
    events: [
      {
        type: 'Warning',
        reason: 'Failed',
        message: `Error: ${message}`,
        source: 'kubelet',
        container: of,
      },
    ],
  };
}

function lookAgain({
  now,
  visibleFrom,
  eventLifetime,
}: PodSurroundings): number {
  return Math.max(now + LOOK_AGAIN_MS, visibleFrom - eventLifetime);
}
