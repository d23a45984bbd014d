import { ClusterRoom } from '@domaindeck/backstage-plugin-workloads-common';
import { requestsOf } from '../projection/nodeRooms';
import { isPodEnded } from '../projection/podPhase';
import { NodeRow, PodRow, Resources } from '../projection/rows';

const NOTHING: Resources = { cpu: 0, memory: 0, pods: 0 };

/**
 * How much a cluster has for pods, and who asks for how much of it, the way the scheduler counts.
 *
 * @param pods - of all namespaces; those that no node has taken yet, or a node that takes no more, count nothing
 */
export function clusterRoom(
  nodes: readonly NodeRow[],
  pods: readonly PodRow[],
): Pick<ClusterRoom, 'allocatable' | 'namespaces'> {
  const taking = nodes.filter(
    ({ ready, cordoned, allocatable }) => ready && !cordoned && allocatable,
  );
  const names = new Set(taking.map(({ name }) => name));
  const requested = new Map<string, Resources>();
  for (const pod of pods) {
    if (pod.node !== undefined && names.has(pod.node) && !isPodEnded(pod)) {
      requested.set(
        pod.namespace ?? '',
        sum(requested.get(pod.namespace ?? '') ?? NOTHING, {
          ...requestsOf(pod),
          pods: 1,
        }),
      );
    }
  }
  return {
    allocatable: taking.reduce(
      (all, { allocatable = NOTHING }) => sum(all, allocatable),
      NOTHING,
    ),
    namespaces: [...requested]
      .map(([namespace, amounts]) => ({ namespace, requested: amounts }))
      .sort((a, b) => a.namespace.localeCompare(b.namespace, 'en-US')),
  };
}

function sum(one: Resources, other: Resources): Resources {
  return {
    cpu: one.cpu + other.cpu,
    memory: one.memory + other.memory,
    pods: one.pods + other.pods,
  };
}
