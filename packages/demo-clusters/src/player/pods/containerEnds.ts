import { timestamp } from '../../store/identity';
import {
  ANNOTATION_BEHAVIOUR_AFTER,
  ANNOTATION_BEHAVIOUR_AGAIN,
  Behaviour,
  behaviourOf,
  parseDuration,
} from '../behaviours';
import { Pod, Terminated } from '../objects';
import { PodMemory, PodMove, PodSurroundings } from './PodMove';
import {
  changeFirst,
  containerId,
  runningSince,
  withContainers,
} from './podStatus';

/** A kubelet waits 10 s before the second restart, then twice as long each time, up to 5 minutes. */
const FIRST_BACK_OFF_MS = 10_000;
const LONGEST_BACK_OFF_MS = 300_000;
/** The first restart comes at once. */
const FIRST_RESTART_MS = 1000;
/** A container that is to crash runs this long, unless its annotation says. */
const RUN_MS = 5000;
const READY_AGAIN_MS = 3000;

/** How long a container that will crash runs, from its ready check on. */
export function timeToTrouble(pod: Pod, memory: PodMemory): number {
  const { annotations = {} } = pod.metadata;
  const after = parseDuration(annotations[ANNOTATION_BEHAVIOUR_AFTER]);
  const again = parseDuration(annotations[ANNOTATION_BEHAVIOUR_AGAIN]);
  return (memory.ends === 0 ? after : again ?? after) ?? RUN_MS;
}

/** The first container ends: well, in a pod of a job; badly, where the behaviour says so. */
export function endContainer(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now } = surroundings;
  const behaviour = behaviourOf(pod.metadata);
  const first = pod.status.containerStatuses?.[0];
  const terminated: Terminated = {
    ...endOf(behaviour),
    startedAt: first?.state.running?.startedAt ?? timestamp(now),
    finishedAt: timestamp(now),
    containerID: first?.containerID ?? '',
  };
  const ended = { ready: false, started: false };
  if (pod.spec.restartPolicy !== 'Always') {
    const phase = terminated.exitCode === 0 ? 'Succeeded' : 'Failed';
    const containerStatuses = changeFirst(pod, {
      ...ended,
      state: { terminated },
    });
    return {
      status: withContainers(pod, { phase, containerStatuses }, now),
      memory: { ...memory, step: 'done', dueAt: undefined },
      events: [],
    };
  }
  const ends = memory.ends + 1;
  const backOff =
    ends === 1
      ? FIRST_RESTART_MS
      : Math.min(FIRST_BACK_OFF_MS * 2 ** (ends - 2), LONGEST_BACK_OFF_MS);
  const container = pod.spec.containers[0].name;
  const { name, namespace, uid } = pod.metadata;
  const place = `container=${container} pod=${name}_${namespace}(${uid})`;
  const waiting = {
    reason: 'CrashLoopBackOff',
    message: `back-off ${goDuration(backOff)} restarting failed ${place}`,
  };
  const change =
    ends === 1
      ? { ...ended, state: { terminated } }
      : { ...ended, state: { waiting }, lastState: { terminated } };
  return {
    status: withContainers(
      pod,
      { containerStatuses: changeFirst(pod, change) },
      now,
    ),
    memory: { ...memory, ends, step: 'backing-off', dueAt: now + backOff },
    events:
      ends === 1
        ? []
        : [
            {
              type: 'Warning',
              reason: 'BackOff',
              message: `Back-off restarting failed container ${container} in pod ${name}_${namespace}(${uid})`,
              source: 'kubelet',
              container,
            },
          ],
  };
}

export function restartContainer(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now } = surroundings;
  const [{ name: container, image }] = pod.spec.containers;
  const first = pod.status.containerStatuses?.[0];
  const event = (reason: string, message: string) =>
    ({
      type: 'Normal',
      reason,
      message,
      source: 'kubelet',
      container,
    } as const);
  return {
    status: withContainers(
      pod,
      {
        containerStatuses: changeFirst(pod, {
          restartCount: memory.ends,
          containerID: containerId(pod, container, memory.ends),
          started: true,
          state: runningSince(now),
          lastState: first?.state.terminated
            ? { terminated: first.state.terminated }
            : first?.lastState,
        }),
      },
      now,
    ),
    memory: { ...memory, step: 'unready', dueAt: now + READY_AGAIN_MS },
    events: [
      event(
        'Pulled',
        `Container image "${image}" already present on machine and can be accessed by the pod`,
      ),
      event('Created', `Created container: ${container}`),
      event('Started', `Started container ${container}`),
    ],
  };
}

function endOf(behaviour: Behaviour) {
  if (behaviour === 'out-of-memory') {
    return { exitCode: 137, reason: 'OOMKilled' };
  }
  return behaviour === 'crash'
    ? { exitCode: 1, reason: 'Error' }
    : { exitCode: 0, reason: 'Completed' };
}

/** As Go prints a duration: `10s`, `1m20s`, `5m0s`. */
function goDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
