import { isDeepStrictEqual } from 'node:util';
import { ControllerContext } from '../ControllerContext';
import { Pod, ReplicatedWorkload, isReady } from '../objects';
import { refusalOf } from '../refusalOf';
import { ensureClaims, templateWithClaims } from './claimsOfPod';
import { createPod, templateHash } from './podsOfTemplate';

const HASH = 'controller-revision-hash';
const ORDINAL = 'apps.kubernetes.io/pod-index';
const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const SOURCE = 'statefulset-controller';

/** Keeps the numbered pods of a StatefulSet: one after the other up, and renewed from the last to the first. */
export function reconcileStatefulSet(
  context: ControllerContext,
  set: ReplicatedWorkload,
): void {
  const revision = `${set.metadata.name}-${templateHash(set.spec.template)}`;
  const pods = context.owned<Pod>(set, 'Pod');
  const byName = new Map(pods.map(pod => [pod.metadata.name, pod]));
  const names = Array.from(
    { length: set.spec.replicas },
    (_, ordinal) => `${set.metadata.name}-${ordinal}`,
  );
  const refusal = set.metadata.deletionTimestamp
    ? undefined
    : refusalOf(() => act(context, set, revision, names, byName));
  const left = context.owned<Pod>(set, 'Pod');
  const updated = left.filter(pod => pod.metadata.labels?.[HASH] === revision);
  const ready = left.filter(
    pod => isReady(pod) && !pod.metadata.deletionTimestamp,
  ).length;
  const complete = updated.length === names.length && ready === names.length;
  const before = set.status.currentRevision as string | undefined;
  const currentRevision = complete || !before ? revision : before;
  const current = left.filter(
    pod => pod.metadata.labels?.[HASH] === currentRevision,
  );
  const status = {
    observedGeneration: set.metadata.generation,
    replicas: left.length,
    ...(ready > 0 && { readyReplicas: ready }),
    availableReplicas: ready,
    ...(current.length > 0 && { currentReplicas: current.length }),
    ...(updated.length > 0 && { updatedReplicas: updated.length }),
    currentRevision,
    updateRevision: revision,
    collisionCount: 0,
  };
  if (!isDeepStrictEqual(status, set.status)) {
    context.update({ ...set, status });
  }
  if (refusal) {
    // Tried again later.
    throw refusal;
  }
}

function act(
  context: ControllerContext,
  set: ReplicatedWorkload,
  revision: string,
  names: readonly string[],
  byName: ReadonlyMap<string, Pod>,
): void {
  for (const [ordinal, name] of names.entries()) {
    const pod = byName.get(name);
    if (!pod) {
      startPod(context, set, revision, ordinal, [...byName.values()]);
      return;
    }
    if (!isReady(pod) || pod.metadata.deletionTimestamp) {
      // The next pod waits for this one; one that will never get ready is renewed at once.
      renew(context, set, revision, pod);
      return;
    }
  }
  const surplus = [...byName.values()].filter(
    pod => !names.includes(pod.metadata.name),
  );
  if (surplus.some(pod => pod.metadata.deletionTimestamp)) {
    return;
  }
  const partition = set.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  const outdated = names
    .slice(partition)
    .map(name => byName.get(name))
    .filter(pod => pod && pod.metadata.labels?.[HASH] !== revision);
  const renewed =
    set.spec.updateStrategy?.type === 'OnDelete' ? undefined : outdated.pop();
  const next = surplus.pop() ?? renewed;
  if (next) {
    remove(context, set, next);
  }
}

/** Makes a pod and what it keeps its data in. @throws StatusError when the server refuses one of them */
function startPod(
  context: ControllerContext,
  set: ReplicatedWorkload,
  revision: string,
  ordinal: number,
  siblings: readonly Pod[],
): void {
  const name = `${set.metadata.name}-${ordinal}`;
  ensureClaims(context, set, name);
  const template = templateWithClaims(set, name);
  const refusal = refusalOf(() =>
    createPod(context, set, template, siblings, {
      name,
      labels: {
        [ORDINAL]: String(ordinal),
        [POD_NAME]: name,
        [HASH]: revision,
      },
    }),
  );
  if (refusal) {
    context.tell(set, {
      type: 'Warning',
      reason: 'FailedCreate',
      message: `create Pod ${name} in StatefulSet ${set.metadata.name} failed error: ${refusal.message}`,
      source: SOURCE,
    });
    throw refusal;
  }
  tell(context, set, 'SuccessfulCreate', 'create', name);
}

function renew(
  context: ControllerContext,
  set: ReplicatedWorkload,
  revision: string,
  pod: Pod,
): void {
  const isOutdated = pod.metadata.labels?.[HASH] !== revision;
  if (isOutdated && !pod.metadata.deletionTimestamp) {
    remove(context, set, pod);
  }
}

function remove(
  context: ControllerContext,
  set: ReplicatedWorkload,
  pod: Pod,
): void {
  context.remove(pod);
  tell(context, set, 'SuccessfulDelete', 'delete', pod.metadata.name);
}

function tell(
  context: ControllerContext,
  set: ReplicatedWorkload,
  reason: string,
  verb: string,
  pod: string,
): void {
  context.tell(set, {
    type: 'Normal',
    reason,
    message: `${verb} Pod ${pod} in StatefulSet ${set.metadata.name} successful`,
    source: SOURCE,
  });
}
