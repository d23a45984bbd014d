import { isPodEnded } from './podPhase';
import { NodeRow, PodRow, Resources } from './rows';

/** What is left on a node for one more pod. */
export interface NodeRoom {
  readonly node: string;
  readonly free: Resources;
}

const NOTHING: Resources = { cpu: 0, memory: 0, pods: 0 };

/**
 * What is left on each node that takes pods, the way the scheduler counts: what may be allocated, less what the pods
 * there ask for (not what they use).
 *
 * @param pods - of all namespaces
 */
export function nodeRooms(
  nodes: readonly NodeRow[],
  pods: readonly PodRow[],
): NodeRoom[] {
  const taken = new Map<string, Resources>();
  for (const pod of pods) {
    if (pod.node !== undefined && !isPodEnded(pod)) {
      const before = taken.get(pod.node) ?? NOTHING;
      const { cpu, memory } = requestsOf(pod);
      taken.set(pod.node, {
        cpu: before.cpu + cpu,
        memory: before.memory + memory,
        pods: before.pods + 1,
      });
    }
  }
  return nodes.flatMap(({ name, ready, cordoned, allocatable }) => {
    const used = taken.get(name) ?? NOTHING;
    return ready && !cordoned && allocatable
      ? [
          {
            node: name,
            free: {
              cpu: Math.max(0, allocatable.cpu - used.cpu),
              memory: Math.max(0, allocatable.memory - used.memory),
              pods: Math.max(0, allocatable.pods - used.pods),
            },
          },
        ]
      : [];
  });
}

/**
 * What a pod asks of its node, in cores and bytes: what serves together, or the largest of what runs at start beside
 * what is already there then, whichever is more.
 */
export function requestsOf(pod: PodRow): Omit<Resources, 'pods'> {
  return {
    cpu: requestOf(pod, ({ resources }) => resources?.cpuRequest),
    memory: requestOf(pod, ({ resources }) => resources?.memoryRequest),
  };
}

function requestOf(
  pod: PodRow,
  amountOf: (container: PodRow['containers'][number]) => number | undefined,
): number {
  let serving = 0;
  let beside = 0;
  let start = 0;
  for (const container of pod.containers) {
    const amount = amountOf(container) ?? 0;
    if (container.role === 'main') {
      serving += amount;
    } else if (container.role === 'sidecar') {
      beside += amount;
    } else if (container.role === 'init') {
      start = Math.max(start, amount + beside);
    }
  }
  return Math.max(serving + beside, start);
}
