import { hashOf, timestamp } from '../../store/identity';
import {
  ANNOTATION_READY_AFTER,
  ANNOTATION_RUNS_FOR,
  behaviourOf,
  lacksImage,
  parseDuration,
} from '../behaviours';
import { PlannedEvent } from '../ControllerContext';
import { judged } from '../conditions';
import { Pod } from '../objects';
import { PodMemory, PodMove, PodSurroundings } from './PodMove';
import { failPull } from './failPull';
import {
  containerId,
  imageId,
  runningSince,
  waitingContainer,
  withContainers,
} from './podStatus';
import { unmetClaim, unmetSetting, unmetVolume } from './unmetNeeds';
import { waitForSetting, waitForVolume } from './waitForNeeds';

const JOB_RUN_MS = 20_000;
const RETRY_SCHEDULING_MS = 60_000;
/** A real scheduler hears of a claim that got its volume. */
const RETRY_CLAIM_MS = 1000;

export function schedulePod(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now, nodes, random } = surroundings;
  if (behaviourOf(pod.metadata) === 'unschedulable' || nodes.length === 0) {
    const count = nodes.length;
    return refuseToSchedule(pod, memory, surroundings, {
      cause: `${count} Insufficient memory`,
      preemption: `${count} No preemption victims found for incoming pod`,
      retryMs: RETRY_SCHEDULING_MS,
    });
  }
  const cause = unmetClaim(pod, surroundings.look);
  if (cause) {
    return refuseToSchedule(pod, memory, surroundings, {
      cause,
      preemption: `${nodes.length} Preemption is not helpful for scheduling`,
      retryMs: RETRY_CLAIM_MS,
    });
  }
  const node = nodes[Math.floor(random() * nodes.length)];
  const { containers, initContainers } = pod.spec;
  const reason = initContainers ? 'PodInitializing' : 'ContainerCreating';
  const hostIP = `10.10.0.${10 + nodes.indexOf(node)}`;
  return {
    nodeName: node,
    status: withContainers(
      pod,
      {
        phase: 'Pending',
        hostIP,
        startTime: timestamp(now),
        ...(initContainers && {
          initContainerStatuses: initContainers.map(container =>
            waitingContainer(container, 'PodInitializing'),
          ),
        }),
        containerStatuses: containers.map(container =>
          waitingContainer(container, reason),
        ),
      },
      now,
    ),
    memory: { ...memory, step: 'pulling', dueAt: now + 600 + random() * 900 },
    events: [
      {
        type: 'Normal',
        reason: 'Scheduled',
        message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${node}`,
        source: 'default-scheduler',
      },
    ],
  };
}

/** Why no node takes a pod, and when the scheduler tries again. */
interface SchedulingTrouble {
  readonly cause: string;
  readonly preemption: string;
  readonly retryMs: number;
}

function refuseToSchedule(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
  { cause, preemption, retryMs }: SchedulingTrouble,
): PodMove {
  const { now, nodes, visibleFrom, eventLifetime } = surroundings;
  const none = `0/${nodes.length} nodes are available`;
  const message = `${none}: ${cause}. preemption: ${none}: ${preemption}.`;
  const unscheduled = judged(
    pod.status.conditions,
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
    now,
  );
  return {
    status: {
      ...pod.status,
      phase: 'Pending',
      conditions: [{ lastProbeTime: null, ...unscheduled }],
    },
    memory: {
      ...memory,
      dueAt: Math.max(now + retryMs, visibleFrom - eventLifetime),
    },
    events: [
      {
        type: 'Warning',
        reason: 'FailedScheduling',
        message,
        source: 'default-scheduler',
      },
    ],
  };
}

export function pullImages(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now, random } = surroundings;
  const unmet = unmetVolume(pod, surroundings.look);
  if (unmet) {
    return waitForVolume(memory, surroundings, unmet);
  }
  if (lacksImage(pod)) {
    return failPull(pod, memory, now);
  }
  const seconds = (0.4 + random() * 2.8).toFixed(3);
  const bytes =
    40_000_000 + (hashOf(pod.spec.containers[0].image) % 90_000_000);
  const [container] = pod.spec.initContainers ?? pod.spec.containers;
  return {
    memory: {
      ...memory,
      step: pod.spec.initContainers ? 'initializing' : 'starting',
      dueAt: now + Number(seconds) * 1000,
    },
    events: [
      kubelet('Pulling', `Pulling image "${container.image}"`, container.name),
      kubelet(
        'Pulled',
        `Successfully pulled image "${container.image}" in ${seconds}s (${seconds}s including waiting). Image size: ${bytes} bytes.`,
        container.name,
      ),
    ],
  };
}

export function initializePod(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now } = surroundings;
  const initContainers = pod.spec.initContainers ?? [];
  const at = timestamp(now);
  return {
    status: withContainers(
      pod,
      {
        initContainerStatuses: initContainers.map(container => ({
          ...waitingContainer(container, ''),
          imageID: imageId(container.image),
          containerID: containerId(pod, container.name, 0),
          ready: true,
          state: {
            terminated: {
              exitCode: 0,
              reason: 'Completed',
              startedAt: at,
              finishedAt: at,
              containerID: containerId(pod, container.name, 0),
            },
          },
        })),
      },
      now,
    ),
    memory: { ...memory, step: 'starting', dueAt: now + 800 },
    events: initContainers.flatMap(container => started(container.name)),
  };
}

export function startContainers(
  pod: Pod,
  memory: PodMemory,
  surroundings: PodSurroundings,
): PodMove {
  const { now, random } = surroundings;
  const unmet = unmetSetting(
    pod.spec.containers,
    pod.metadata.namespace,
    surroundings.look,
  );
  if (unmet) {
    return waitForSetting(pod, memory, surroundings, unmet);
  }
  const annotations = pod.metadata.annotations ?? {};
  const isJob = pod.spec.restartPolicy !== 'Always';
  const readyAfter =
    parseDuration(annotations[ANNOTATION_READY_AFTER]) ??
    2000 + random() * 5000;
  const runsFor = parseDuration(annotations[ANNOTATION_RUNS_FOR]) ?? JOB_RUN_MS;
  const ip = `10.244.${Math.floor(random() * 8)}.${
    Math.floor(random() * 250) + 2
  }`;
  return {
    status: withContainers(
      pod,
      {
        phase: 'Running',
        podIP: ip,
        podIPs: [{ ip }],
        containerStatuses: pod.spec.containers.map((container, index) => ({
          ...waitingContainer(container, ''),
          imageID: imageId(container.image),
          containerID: containerId(pod, container.name, 0),
          // Only the main container has a ready check, and no container of a job has one.
          ready: index > 0 || isJob,
          started: true,
          state: runningSince(now),
        })),
      },
      now,
    ),
    memory: isJob
      ? { ...memory, step: 'running', dueAt: now + runsFor }
      : { ...memory, step: 'unready', dueAt: now + readyAfter },
    events: pod.spec.containers.flatMap(container => started(container.name)),
  };
}

function started(container: string): PlannedEvent[] {
  return [
    kubelet('Created', `Created container: ${container}`, container),
    kubelet('Started', `Started container ${container}`, container),
  ];
}

function kubelet(
  reason: string,
  message: string,
  container: string,
): PlannedEvent {
  return { type: 'Normal', reason, message, source: 'kubelet', container };
}
