import { Family } from './ownership';
import { isPodEnded } from './podPhase';
import { REVISION_HASH } from './releases';
import { PodRow, WorkloadRow } from './rows';

/** Whether pods of one release are being replaced by pods of another. */
export type Rollout =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'rolling';
      /** Pods that the new release still lacks. */
      readonly toGo: number;
    };

const NONE: Rollout = { kind: 'none' };

/**
 * Reads from a workload's counts whether a rollout is under way.
 *
 * The controller may not have seen the newest specification yet; its counts then speak of the one before. A rollout that
 * a person holds (partition, OnDelete) is not under way.
 */
export function rolloutOf(family: Family): Rollout {
  const { root } = family;
  switch (root.kind) {
    case 'Deployment':
      return deploymentRollout(family);
    case 'StatefulSet':
      return statefulSetRollout(family);
    case 'DaemonSet':
      return daemonSetRollout(root);
    default:
      return NONE;
  }
}

/** Whether the controller's counts and conditions speak of an older specification. */
export function isUnseen(row: WorkloadRow): boolean {
  return (
    row.generation !== undefined &&
    row.generation > (row.observedGeneration ?? 0)
  );
}

function deploymentRollout(family: Family): Rollout {
  const { root, replicaSets } = family;
  const progress = root.conditions.find(({ type }) => type === 'Progressing');
  const finished = progress?.reason === 'NewReplicaSetAvailable';
  const underWay =
    isUnseen(root) ||
    root.updated < root.desired ||
    root.current > root.updated ||
    (root.available < root.desired && progress !== undefined && !finished);
  // More replicas of the release that already runs: nothing is replaced.
  const scales = !isUnseen(root) && finished && root.current <= root.updated;
  if (!underWay || scales) {
    return NONE;
  }
  const available =
    replicaSets[0]?.available ?? Math.min(root.updated, root.available);
  return { kind: 'rolling', toGo: Math.max(0, root.desired - available) };
}

function statefulSetRollout({ root, pods }: Family): Rollout {
  if (isUnseen(root)) {
    return { kind: 'rolling', toGo: root.desired };
  }
  if (root.updateStrategy === 'OnDelete') {
    return NONE;
  }
  if (root.currentRevision === root.updateRevision) {
    // A release that was taken back: the controller does not touch a pod of it that is not ready.
    const toGo = pods.filter(pod => isOfOther(pod, root.updateRevision)).length;
    return toGo > 0 ? { kind: 'rolling', toGo } : NONE;
  }
  const wanted = Math.max(0, root.desired - (root.partition ?? 0));
  // The controller takes the new revision for the current one when every pod has it and is ready.
  const toGo = root.partition
    ? wanted - root.updated
    : wanted - Math.min(root.updated, root.ready);
  return toGo > 0 ? { kind: 'rolling', toGo } : NONE;
}

function isOfOther(pod: PodRow, revision: string | undefined): boolean {
  const own = pod.labels[REVISION_HASH];
  return (
    pod.deletingSince === undefined &&
    !isPodEnded(pod) &&
    own !== undefined &&
    revision !== undefined &&
    own !== revision
  );
}

function daemonSetRollout(root: WorkloadRow): Rollout {
  if (isUnseen(root)) {
    return { kind: 'rolling', toGo: root.desired };
  }
  const rolling =
    root.updateStrategy !== 'OnDelete' && root.updated < root.desired;
  return rolling
    ? { kind: 'rolling', toGo: root.desired - root.updated }
    : NONE;
}
