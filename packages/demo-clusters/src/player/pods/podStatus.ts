import { hashOf, timestamp } from '../../store/identity';
import { Judgement, judged } from '../conditions';
import {
  Condition,
  ContainerSpec,
  ContainerStatus,
  Pod,
  PodStatus,
} from '../objects';

/** A container that has not begun. */
export function waitingContainer(
  container: ContainerSpec,
  reason: string,
): ContainerStatus {
  return {
    name: container.name,
    image: container.image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason } },
    lastState: {},
  };
}

/** The id that a container run gets: stable, and different for each start. */
export function containerId(pod: Pod, name: string, run: number): string {
  const parts = [0, 1, 2, 3, 4, 5, 6, 7].map(part =>
    hashOf(`${pod.metadata.uid}/${name}/${run}/${part}`)
      .toString(16)
      .padStart(8, '0'),
  );
  return `containerd://${parts.join('')}`;
}

/** The digest under which an image was pulled. */
export function imageId(image: string): string {
  const parts = [0, 1, 2, 3, 4, 5, 6, 7].map(part =>
    hashOf(`${image}/${part}`).toString(16).padStart(8, '0'),
  );
  return `${image.replace(/:[^/:]*$/, '')}@sha256:${parts.join('')}`;
}

/** A status with the containers changed and the conditions that follow from them. */
export function withContainers(
  pod: Pod,
  change: Partial<PodStatus>,
  now: number,
): PodStatus {
  const status = { ...pod.status, ...change };
  return { ...status, conditions: conditionsOf(pod, status, now) };
}

/** The first container changed, the others as they are. */
export function changeFirst(
  pod: Pod,
  change: Partial<ContainerStatus>,
): ContainerStatus[] {
  return (pod.status.containerStatuses ?? []).map((status, index) =>
    index === 0 ? { ...status, ...change } : status,
  );
}

function conditionsOf(pod: Pod, status: PodStatus, now: number): Condition[] {
  const { containerStatuses = [], initContainerStatuses = [] } = status;
  const unready = containerStatuses
    .filter(container => !container.ready)
    .map(container => container.name);
  const uninitialized = initContainerStatuses
    .filter(container => !container.state.terminated)
    .map(container => container.name);
  const finished = status.phase === 'Succeeded';
  const judgements: Judgement[] = [
    { type: 'PodReadyToStartContainers', status: finished ? 'False' : 'True' },
    withCause(
      'Initialized',
      uninitialized,
      'ContainersNotInitialized',
      'containers with incomplete status',
      finished,
    ),
    withCause(
      'Ready',
      unready,
      'ContainersNotReady',
      'containers with unready status',
      finished,
    ),
    withCause(
      'ContainersReady',
      unready,
      'ContainersNotReady',
      'containers with unready status',
      finished,
    ),
    { type: 'PodScheduled', status: 'True' },
  ];
  return judgements.map(judgement => ({
    lastProbeTime: null,
    ...judged(pod.status.conditions, judgement, now),
  }));
}

function withCause(
  type: string,
  names: readonly string[],
  reason: string,
  text: string,
  finished: boolean,
): Judgement {
  if (finished) {
    return type === 'Initialized'
      ? { type, status: 'True', reason: 'PodCompleted' }
      : { type, status: 'False', reason: 'PodCompleted' };
  }
  return names.length === 0
    ? { type, status: 'True' }
    : {
        type,
        status: 'False',
        reason,
        message: `${text}: [${names.join(' ')}]`,
      };
}

/** The state of a container that runs from now on. */
export function runningSince(now: number) {
  return { running: { startedAt: timestamp(now) } };
}
