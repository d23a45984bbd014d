import { timestamp } from '../../store/identity';
import { ANNOTATION_ROLLS_EVERY, parseDuration } from '../behaviours';
import { ControllerContext } from '../ControllerContext';
import { ReplicatedWorkload } from '../objects';
import { deploymentStatus } from './deploymentStatus';
import { controllerReference, templateHash } from './podsOfTemplate';
import { rollingUpdateStep } from './rollingUpdate';

export const REVISION = 'deployment.kubernetes.io/revision';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const MAXIMUM = 'deployment.kubernetes.io/max-replicas';
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** How soon a Deployment that is being recreated looks again whether its old pods are gone. */
const RECREATE_LOOK_MS = 1000;
const HASH = 'pod-template-hash';

/** Leads the ReplicaSets of a Deployment to its template, one step at a time, and says how far it is. */
export function reconcileDeployment(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
): void {
  const replicaSets = context
    .owned<ReplicatedWorkload>(deployment, 'ReplicaSet')
    .sort((a, b) => revisionOf(a) - revisionOf(b));
  const hash = templateHash(deployment.spec.template);
  const current = replicaSets.find(set => set.metadata.labels?.[HASH] === hash);
  const { paused } = deployment.spec;
  if (!current && !paused) {
    createReplicaSet(context, deployment, replicaSets, hash);
    return;
  }
  const old = replicaSets.filter(set => set !== current);
  if (current && !paused && takeOver(context, deployment, current, old)) {
    return;
  }
  scaleReplicaSets(context, deployment, current ?? old[old.length - 1], old);
  const status = deploymentStatus(context, deployment, current, old);
  context.update({ ...deployment, status: status.status });
  if (status.complete) {
    dropOldReplicaSets(context, deployment, old);
    rollAgain(context, deployment, current);
  }
}

/** The number under which a release is known; 0 when it has none. */
export function revisionOf(object: ReplicatedWorkload): number {
  return Number(object.metadata.annotations?.[REVISION] ?? 0);
}

function createReplicaSet(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  replicaSets: readonly ReplicatedWorkload[],
  hash: string,
): void {
  const { selector, template } = deployment.spec;
  const revision = Math.max(0, ...replicaSets.map(revisionOf)) + 1;
  context.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels: { ...template.metadata?.labels, [HASH]: hash },
      annotations: {
        [DESIRED]: String(deployment.spec.replicas),
        [MAXIMUM]: String(deployment.spec.replicas + 1),
        [REVISION]: String(revision),
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      selector: { matchLabels: { ...selector.matchLabels, [HASH]: hash } },
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          labels: { ...template.metadata?.labels, [HASH]: hash },
        },
      },
    },
  });
  setRevision(context, deployment, revision);
}

/** A ReplicaSet of an earlier release that is wanted again becomes the newest. */
function takeOver(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  current: ReplicatedWorkload,
  old: readonly ReplicatedWorkload[],
): boolean {
  const newest = Math.max(0, ...old.map(revisionOf));
  if (revisionOf(current) > newest) {
    return false;
  }
  const { annotations } = current.metadata;
  const revision = newest + 1;
  context.update({
    ...current,
    metadata: {
      ...current.metadata,
      annotations: { ...annotations, [REVISION]: String(revision) },
    },
  });
  setRevision(context, deployment, revision);
  return true;
}

function setRevision(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  revision: number,
): void {
  const { annotations } = deployment.metadata;
  context.update({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      annotations: { ...annotations, [REVISION]: String(revision) },
    },
  });
}

function scaleReplicaSets(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  current: ReplicatedWorkload | undefined,
  old: readonly ReplicatedWorkload[],
): void {
  if (!current) {
    return;
  }
  const { replicas, strategy, paused } = deployment.spec;
  const older = old.filter(set => set !== current);
  const available = (set: ReplicatedWorkload) =>
    Number(set.status.availableReplicas ?? 0);
  if (paused) {
    scale(context, deployment, current, replicas - total(older));
    return;
  }
  if (strategy?.type === 'Recreate') {
    older.forEach(set => scale(context, deployment, set, 0));
    // Pods that are still on their way out count, too.
    if (older.some(set => context.owned(set, 'Pod').length > 0)) {
      context.wakeAt(deployment, context.now + RECREATE_LOOK_MS);
    } else {
      scale(context, deployment, current, replicas);
    }
    return;
  }
  const step = rollingUpdateStep({
    desired: replicas,
    maxSurge: strategy?.rollingUpdate?.maxSurge ?? '25%',
    maxUnavailable: strategy?.rollingUpdate?.maxUnavailable ?? '25%',
    current: { wanted: current.spec.replicas, available: available(current) },
    old: older.map(set => ({
      wanted: set.spec.replicas,
      available: available(set),
    })),
  });
  scale(context, deployment, current, step.current);
  older.forEach((set, index) =>
    scale(context, deployment, set, step.old[index]),
  );
}

function total(sets: readonly ReplicatedWorkload[]): number {
  return sets.reduce((sum, set) => sum + set.spec.replicas, 0);
}

function scale(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  set: ReplicatedWorkload,
  wanted: number,
): void {
  const { replicas } = set.spec;
  if (replicas === wanted || wanted < 0) {
    return;
  }
  const direction = wanted > replicas ? 'up' : 'down';
  context.update({
    ...set,
    metadata: {
      ...set.metadata,
      generation: (set.metadata.generation ?? 0) + 1,
    },
    spec: { ...set.spec, replicas: wanted },
  });
  context.tell(deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${set.metadata.name} from ${replicas} to ${wanted}`,
    source: 'deployment-controller',
  });
}

function dropOldReplicaSets(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  old: readonly ReplicatedWorkload[],
): void {
  const empty = old.filter(
    set => set.spec.replicas === 0 && Number(set.status.replicas ?? 0) === 0,
  );
  const limit = deployment.spec.revisionHistoryLimit ?? 10;
  empty
    .slice(0, Math.max(0, empty.length - limit))
    .forEach(set => context.remove(set));
}

/** A Deployment of the demo that is always being rolled, so that there is something to watch. */
function rollAgain(
  context: ControllerContext,
  deployment: ReplicatedWorkload,
  current: ReplicatedWorkload | undefined,
): void {
  const every = parseDuration(
    deployment.metadata.annotations?.[ANNOTATION_ROLLS_EVERY],
  );
  if (every === undefined || !current) {
    return;
  }
  const begun = Date.parse(current.metadata.creationTimestamp ?? '');
  const dueAt = Math.max(begun + every, context.visibleFrom);
  if (dueAt > context.now) {
    context.wakeAt(deployment, dueAt);
    return;
  }
  const { template } = deployment.spec;
  context.update({
    ...deployment,
    metadata: {
      ...deployment.metadata,
      generation: (deployment.metadata.generation ?? 0) + 1,
    },
    spec: {
      ...deployment.spec,
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          annotations: {
            ...template.metadata?.annotations,
            [RESTARTED_AT]: timestamp(context.now),
          },
        },
      },
    },
  });
}
