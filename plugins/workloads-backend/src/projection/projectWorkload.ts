import {
  ContainerImage,
  Pod,
  Workload,
  workloadId,
} from '@domaindeck/backstage-plugin-workloads-common';
import { healthOf, healthSeenThrough } from './health';
import { isTagTelling } from './image';
import { managedByOf } from './managedBy';
import { Family, Ownership } from './ownership';
import { isPodReady, podPhase, podRestarts } from './podPhase';
import { findProblems, Finding, livePods } from './problems/findProblems';
import { imagesOfPod, releasedAt, UNKNOWN_TIME } from './releases';
import { replicasOf } from './replicas';
import { PodRow } from './rows';
import { NamespaceRows } from './types';
import { namesOf, versionOf } from './version';

type Place = Pick<
  NamespaceRows,
  'cluster' | 'clusterState' | 'namespace' | 'roomOfNodes'
>;

/** Makes the workload of a family. */
export function projectWorkload(
  place: Place,
  family: Family,
  warnings: Ownership['warnings'],
  now: Date,
): Workload {
  const { root } = family;
  const { cluster, namespace } = place;
  const { kind, name, uid } = root;
  const findings = findProblems(family, warnings, now, place.roomOfNodes);
  const { health, reason, reasonCause } = healthSeenThrough(
    place.clusterState,
    healthOf(family, findings, now),
  );
  const names = namesOf(root.labels, name);
  const images = imagesOf(family);
  const changedAt = changeTime(family, findings);
  const managedBy = managedByOf(family);
  const lastRunAt = root.lastRunAt ?? family.jobs[0]?.startedAt;
  return {
    id: workloadId({ cluster, namespace, kind, name }),
    cluster,
    namespace,
    kind,
    name,
    uid,
    images,
    version: versionOf(images, names),
    replicas: replicasOf(family),
    health,
    ...(reason !== undefined && { reason }),
    ...(reasonCause && { reasonCause }),
    problems: findings.map(({ problem }) => problem),
    restarts: livePods(family).reduce((sum, pod) => sum + podRestarts(pod), 0),
    createdAt: root.createdAt ?? UNKNOWN_TIME,
    ...(changedAt !== undefined && { changedAt }),
    ...(managedBy && { managedBy }),
    ...(root.schedule !== undefined && { schedule: root.schedule }),
    ...(root.kind === 'CronJob' && lastRunAt !== undefined && { lastRunAt }),
    pods: family.pods.map(pod => projectPod(pod, names)),
  };
}

/** Where the template's tag does not tell what runs, the digest that the newest pod's node found does. */
function imagesOf(family: Family): ContainerImage[] {
  const { root, pods } = family;
  if (root.images.every(image => isTagTelling(image.tag) || image.digest)) {
    return [...root.images];
  }
  const [newest] = [...pods].sort(
    (a, b) => Date.parse(b.createdAt ?? '') - Date.parse(a.createdAt ?? ''),
  );
  const running = newest ? imagesOfPod(newest) : [];
  return root.images.map(image => {
    const digest = running.find(
      other =>
        other.container === image.container &&
        other.image.startsWith(image.image),
    )?.digest;
    return isTagTelling(image.tag) || image.digest || !digest
      ? image
      : { ...image, digest };
  });
}

/** The release, or what has gone wrong since. */
function changeTime(
  family: Family,
  findings: readonly Finding[],
): string | undefined {
  const [worst] = findings;
  const times = [
    releasedAt(family),
    worst?.failing ? worst.problem.since : undefined,
  ].flatMap(time => (time === undefined ? [] : [time]));
  return times.sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

function projectPod(pod: PodRow, names: readonly (string | undefined)[]): Pod {
  const { name, uid, node, startedAt, createdAt } = pod;
  const images = imagesOfPod(pod);
  return {
    name,
    uid,
    phase: podPhase(pod),
    ready: isPodReady(pod),
    restarts: podRestarts(pod),
    ...(node !== undefined && { node }),
    ...(images.length && { version: versionOf(images, names) }),
    ...(startedAt !== undefined && { startedAt }),
    ...(createdAt !== undefined && { createdAt }),
    containers: [...pod.containers],
  };
}
