import { containerImage } from './image';
import { isPodEnded, isPodReady } from './podPhase';
import { PodRow, WorkloadRow } from './rows';

/** A pod that nobody controls is a workload of its own, with one replica. */
export function podAsWorkload(pod: PodRow): WorkloadRow {
  const up = isPodReady(pod) || pod.phase === 'Succeeded' ? 1 : 0;
  return {
    uid: pod.uid,
    namespace: pod.namespace,
    name: pod.name,
    resourceVersion: pod.resourceVersion,
    createdAt: pod.createdAt,
    kind: 'Pod',
    owner: pod.owner,
    deletingSince: pod.deletingSince,
    labels: pod.labels,
    annotations: {},
    images: pod.containers.flatMap(container =>
      container.image && container.role !== 'ephemeral'
        ? [containerImage(container.name, container.image)]
        : [],
    ),
    desired: 1,
    current: isPodEnded(pod) ? 0 : 1,
    ready: up,
    updated: 1,
    available: up,
    suspended: false,
    paused: false,
    conditions: pod.conditions,
    startedAt: pod.startedAt,
  };
}
