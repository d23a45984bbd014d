import { Pod } from '../objects';
import { PodMemory, PodMove } from './PodMove';
import { changeFirst, withContainers } from './podStatus';

const FIRST_BACK_OFF_MS = 10_000;
const LONGEST_BACK_OFF_MS = 300_000;
/** A failed pull is told as such for a moment before the back-off is. */
const FAILED_FOR_MS = 3000;

/** One try to pull an image that the registry does not have: the error, then the back-off, in turns. */
export function failPull(pod: Pod, memory: PodMemory, now: number): PodMove {
  const [{ name: container, image }] = pod.spec.containers;
  const state = pod.status.containerStatuses?.[0].state;
  const cause = `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
  const pullError = `rpc error: code = NotFound desc = ${cause}`;
  const event = (
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ) => ({
    type,
    reason,
    message,
    source: 'kubelet',
    container,
  });
  if (state?.waiting?.reason === 'ErrImagePull') {
    const message = `Back-off pulling image "${image}": ErrImagePull: ${pullError}`;
    const backOff = Math.min(
      FIRST_BACK_OFF_MS * 2 ** (memory.failedPulls - 1),
      LONGEST_BACK_OFF_MS,
    );
    return {
      status: withContainers(
        pod,
        {
          containerStatuses: changeFirst(pod, {
            state: { waiting: { reason: 'ImagePullBackOff', message } },
          }),
        },
        now,
      ),
      memory: { ...memory, dueAt: now + backOff },
      events: [
        event('Normal', 'BackOff', `Back-off pulling image "${image}"`),
        event('Warning', 'Failed', 'Error: ImagePullBackOff'),
      ],
    };
  }
  return {
    status: withContainers(
      pod,
      {
        containerStatuses: changeFirst(pod, {
          state: { waiting: { reason: 'ErrImagePull', message: pullError } },
        }),
      },
      now,
    ),
    memory: {
      ...memory,
      failedPulls: memory.failedPulls + 1,
      dueAt: now + FAILED_FOR_MS,
    },
    events: [
      event('Normal', 'Pulling', `Pulling image "${image}"`),
      event(
        'Warning',
        'Failed',
        `Failed to pull image "${image}": ${pullError}`,
      ),
      event('Warning', 'Failed', 'Error: ErrImagePull'),
    ],
  };
}
