import {
  ContainerImage,
  Release,
} from '@domaindeck/backstage-plugin-workloads-common';
import { containerImage } from './image';
import { Family } from './ownership';
import { isPodEnded, isPodReady } from './podPhase';
import { PodRow, WorkloadRow } from './rows';
import { namesOf, versionOf } from './version';

const CAUSE = 'kubernetes.io/change-cause';
/** The label by which a pod of a StatefulSet or DaemonSet tells its revision. */
export const REVISION_HASH = 'controller-revision-hash';

/** Stands in for a time that the cluster did not write; the contract always has one. */
export const UNKNOWN_TIME = new Date(0).toISOString();

/**
 * What ran here, newest first: a Deployment's ReplicaSets, a CronJob's images from Job to Job, and for StatefulSets and
 * DaemonSets what their present pods tell. (Their history is in ControllerRevisions, which are not watched.)
 */
export function releasesOf(family: Family): Release[] {
  switch (family.root.kind) {
    case 'Deployment':
      return family.replicaSets.length
        ? family.replicaSets.map((row, index) =>
            replicaSetRelease(family, row, index === 0),
          )
        : [onlyRelease(family.root)];
    case 'StatefulSet':
    case 'DaemonSet':
      return podReleases(family);
    case 'CronJob':
      return jobReleases(family);
    default:
      return [onlyRelease(family.root)];
  }
}

/** When what runs now was released. */
export function releasedAt(family: Family): string | undefined {
  const at = releasesOf(family).find(({ current }) => current)?.at;
  return at === UNKNOWN_TIME ? undefined : at;
}

function replicaSetRelease(
  family: Family,
  row: WorkloadRow,
  current: boolean,
): Release {
  const { root, replicaSets } = family;
  const created = row.createdAt ?? UNKNOWN_TIME;
  // Rolling back takes an old ReplicaSet into use again; its creation is then not the time of the release.
  const takenBack =
    current && replicaSets.some(other => (other.createdAt ?? '') > created);
  const moved = root.conditions.find(({ type }) => type === 'Progressing');
  const { desired, ready, updated, available } = row;
  const cause = row.annotations[CAUSE];
  return {
    revision: row.revision ?? 0,
    images: [...row.images],
    version: versionOf(row.images, namesOf(root.labels, root.name)),
    at: (takenBack && moved?.since) || created,
    current,
    replicas: { desired, ready, updated, available },
    ...(cause && { cause }),
  };
}

function onlyRelease(root: WorkloadRow): Release {
  return {
    revision: root.revision ?? 1,
    images: [...root.images],
    version: versionOf(root.images, namesOf(root.labels, root.name)),
    at: root.createdAt ?? UNKNOWN_TIME,
    current: true,
  };
}

interface Run {
  readonly key: string;
  readonly images: readonly ContainerImage[];
  readonly at: string;
  readonly pods: readonly PodRow[];
}

function podReleases(family: Family): Release[] {
  const { root } = family;
  const runs = groupRuns(
    family.pods
      .filter(pod => !isPodEnded(pod))
      .map(pod => ({
        key: pod.labels[REVISION_HASH] ?? '',
        images: imagesOfPod(pod),
        at: pod.createdAt ?? UNKNOWN_TIME,
        pods: [pod],
      })),
  );
  const current =
    runs.find(run => run.key === (root.updateRevision ?? '')) ?? runs[0];
  return current ? releasesOfRuns(root, runs, current) : [onlyRelease(root)];
}

function jobReleases(family: Family): Release[] {
  const { root } = family;
  const keyOf = (images: readonly ContainerImage[]) =>
    images.map(({ container, image }) => `${container}=${image}`).join(' ');
  const runs = groupRuns(
    family.jobs.map(job => ({
      key: keyOf(job.images),
      images: job.images,
      at: job.createdAt ?? UNKNOWN_TIME,
      pods: [],
    })),
  );
  const current = runs.find(run => run.key === keyOf(root.images));
  return current ? releasesOfRuns(root, runs, current) : [onlyRelease(root)];
}

/** One run per key, newest first, beginning with the oldest object that has the key. */
function groupRuns(objects: readonly Run[]): Run[] {
  const runs = new Map<string, { run: Run; pods: PodRow[] }>();
  for (const object of objects) {
    const found = runs.get(object.key);
    if (found) {
      found.pods.push(...object.pods);
      if (object.at < found.run.at) {
        found.run = object;
      }
    } else {
      runs.set(object.key, { run: object, pods: [...object.pods] });
    }
  }
  return [...runs.values()]
    .map(({ run, pods }) => ({ ...run, pods }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/**
 * The revisions' own numbers are not known; they count up from the oldest that is still to be seen. Pods and Jobs are
 * replaced without a release too, so a specification that was never changed dates from the creation.
 */
function releasesOfRuns(
  root: WorkloadRow,
  runs: readonly Run[],
  current: Run,
): Release[] {
  const unchanged = root.generation === 1 && runs.length === 1;
  return runs.map((run, index) => {
    const ready = run.pods.filter(isPodReady).length;
    return {
      revision: runs.length - index,
      images: [...run.images],
      version: versionOf(run.images, namesOf(root.labels, root.name)),
      at: (unchanged && root.createdAt) || run.at,
      current: run === current,
      ...(run.pods.length && {
        replicas: {
          desired: run.pods.length,
          ready,
          updated: run.pods.length,
          available: ready,
        },
      }),
    };
  });
}

/** The images of a pod, those of debugging containers left out. */
export function imagesOfPod(pod: PodRow): ContainerImage[] {
  return pod.containers.flatMap(({ name, image, role }) =>
    image && role !== 'ephemeral' ? [containerImage(name, image)] : [],
  );
}
