import { timestamp } from '../../store/identity';
import { Judgement, judged } from '../conditions';
import { ControllerContext } from '../ControllerContext';
import { Condition, ReplicatedWorkload } from '../objects';

/** The status of a Deployment and whether its rollout is over. */
export interface DeploymentOutcome {
  readonly status: ReplicatedWorkload['status'];
  readonly complete: boolean;
}

interface Counts {
  readonly replicas: number;
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
}

/** What the real Deployment controller writes, with its reasons and its sentences. */
export function deploymentStatus(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  current: ReplicatedWorkload | undefined,
  old: readonly ReplicatedWorkload[],
): DeploymentOutcome {
  const counts = countPods(current, old);
  const desired = deployment.spec.replicas;
  const complete =
    current !== undefined &&
    counts.updated === desired &&
    counts.replicas === desired &&
    counts.available === desired;
  const { paused } = deployment.spec;
  const progressing = paused
    ? ({
        type: 'Progressing',
        status: 'Unknown',
        reason: 'DeploymentPaused',
        message: 'Deployment is paused',
      } as const)
    : judgeProgress(context, deployment, current, counts, complete);
  return {
    complete,
    status: {
      observedGeneration: deployment.metadata.generation,
      ...nonZero('replicas', counts.replicas),
      ...nonZero('updatedReplicas', counts.updated),
      ...nonZero('readyReplicas', counts.ready),
      ...nonZero('availableReplicas', counts.available),
      ...nonZero(
        'unavailableReplicas',
        Math.max(
          0,
          counts.replicas > desired
            ? counts.replicas - counts.available
            : desired - counts.available,
        ),
      ),
      conditions: [
        available(context, deployment, counts, desired),
        timed(context, deployment, progressing, progressed(deployment, counts)),
        ...replicaFailures(context, deployment, [
          ...(current ? [current] : []),
          ...old,
        ]),
      ],
    },
  };
}

/** The new ReplicaSet's trouble with making pods, else that of an older one. */
function replicaFailures(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  sets: readonly ReplicatedWorkload[],
): Condition[] {
  const failure = sets
    .flatMap(set => set.status.conditions ?? [])
    .find(({ type }) => type === 'ReplicaFailure');
  return failure ? [timed(context, deployment, failure, false)] : [];
}

function countPods(
  current: ReplicatedWorkload | undefined,
  old: readonly ReplicatedWorkload[],
): Counts {
  const sets = current ? [...old, current] : old;
  const sum = (field: string) =>
    sets.reduce((total, set) => total + Number(set.status[field] ?? 0), 0);
  return {
    replicas: sum('replicas'),
    updated: Number(current?.status.replicas ?? 0),
    ready: sum('readyReplicas'),
    available: sum('availableReplicas'),
  };
}

function nonZero(field: string, value: number): Record<string, number> {
  return value > 0 ? { [field]: value } : {};
}

function available(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  counts: Counts,
  desired: number,
): Condition {
  const { maxUnavailable = '25%' } =
    deployment.spec.strategy?.rollingUpdate ?? {};
  const mayMiss =
    typeof maxUnavailable === 'number'
      ? maxUnavailable
      : Math.floor((Number.parseFloat(maxUnavailable) / 100) * desired);
  const enough = counts.available >= desired - mayMiss;
  return timed(
    context,
    deployment,
    enough
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
    false,
  );
}

function judgeProgress(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  current: ReplicatedWorkload | undefined,
  counts: Counts,
  complete: boolean,
): Judgement {
  const name = current?.metadata.name;
  const before = deployment.status.conditions?.find(
    ({ type }) => type === 'Progressing',
  );
  const judge = (
    status: Judgement['status'],
    reason: string,
    text: string,
  ): Judgement => ({
    type: 'Progressing',
    status,
    reason,
    message: `ReplicaSet "${name}" ${text}`,
  });
  if (complete) {
    return judge(
      'True',
      'NewReplicaSetAvailable',
      'has successfully progressed.',
    );
  }
  const isSameRollout =
    before?.message?.includes(`"${name}"`) &&
    before.reason !== 'NewReplicaSetAvailable';
  if (
    !before ||
    (!isSameRollout && before.reason !== 'NewReplicaSetAvailable')
  ) {
    return {
      ...judge('True', 'NewReplicaSetCreated', ''),
      message: `Created new replica set "${name}"`,
    };
  }
  const seconds = deployment.spec.progressDeadlineSeconds ?? 600;
  const since = Date.parse(before.lastUpdateTime ?? before.lastTransitionTime);
  const deadline = since + seconds * 1000;
  // Once a rollout is over, pods that fail later do not make it a failed one.
  if (before.message?.includes(`"${name}"`) && !isSameRollout) {
    return before;
  }
  if (isSameRollout && !progressed(deployment, counts)) {
    if (context.now >= deadline) {
      return judge(
        'False',
        'ProgressDeadlineExceeded',
        'has timed out progressing.',
      );
    }
    context.wakeAt(deployment, deadline);
    return before;
  }
  context.wakeAt(deployment, context.now + seconds * 1000);
  return judge('True', 'ReplicaSetUpdated', 'is progressing.');
}

/** More new pods, fewer old ones, or more that are ready: the deadline begins anew. */
function progressed(deployment: ReplicatedWorkload, counts: Counts): boolean {
  const before = (field: string) => Number(deployment.status[field] ?? 0);
  return (
    counts.updated > before('updatedReplicas') ||
    counts.ready > before('readyReplicas') ||
    counts.available > before('availableReplicas') ||
    counts.replicas - counts.updated <
      before('replicas') - before('updatedReplicas')
  );
}

function timed(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  judgement: Judgement,
  renewed: boolean,
): Condition {
  const { conditions } = deployment.status;
  const before = conditions?.find(({ type }) => type === judgement.type);
  const { type, status, reason, message } = judgement;
  const same =
    before?.status === status &&
    before.reason === reason &&
    before.message === message;
  return {
    ...judged(conditions, { type, status, reason, message }, context.now),
    lastUpdateTime:
      same && !renewed && before?.lastUpdateTime
        ? before.lastUpdateTime
        : timestamp(context.now),
  };
}
