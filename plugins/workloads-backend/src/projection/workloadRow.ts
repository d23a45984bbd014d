import {
  ANNOTATION_CHANGED_BY,
  ContainerImage,
  maskSecretText,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Fields } from './Fields';
import { containerImage } from './image';
import { conditionsOf, controllerOf, objectMeta } from './objectMeta';
import { WorkloadRow } from './rows';

/** The kinds of object that share {@link WorkloadRow}. */
export type WorkloadRowKind =
  | 'Deployment'
  | 'ReplicaSet'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob';

const REVISION = 'deployment.kubernetes.io/revision';

/** Written by the Deployment controller when a ReplicaSet is taken into use again: `1,3`. */
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
/** Written into the template by kubectl and by consoles to have new pods. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Revision, change cause, who changed it, and by whom the object is managed. */
const KEPT_ANNOTATIONS: ReadonlySet<string> = new Set([
  REVISION,
  'kubernetes.io/change-cause',
  ANNOTATION_CHANGED_BY,
  'meta.helm.sh/release-name',
  'argocd.argoproj.io/tracking-id',
  'argocd.argoproj.io/instance',
]);

type Counts = Pick<
  WorkloadRow,
  'desired' | 'current' | 'ready' | 'updated' | 'available' | 'failedPods'
>;

/**
 * Keeps of a Deployment, ReplicaSet, StatefulSet, DaemonSet, Job or CronJob what tables and problems need.
 *
 * The kind is a parameter because the items of a list do not carry it.
 * @throws InputError when the object has no uid or no name
 */
export function workloadRow(kind: WorkloadRowKind, raw: unknown): WorkloadRow {
  const object = Fields.of(raw);
  const metadata = object.at('metadata');
  const spec = object.at('spec');
  const status = object.at('status');
  const strategy = spec.at(
    kind === 'Deployment' ? 'strategy' : 'updateStrategy',
  );
  // A cause of change may be a command line with all that was given to it.
  const annotations = Object.fromEntries(
    Object.entries(
      metadata.texts('annotations', name => KEPT_ANNOTATIONS.has(name)),
    ).map(([name, text]) => [name, maskSecretText(text)]),
  );
  return {
    ...objectMeta(kind, raw),
    kind,
    owner: controllerOf(raw),
    labels: metadata.texts('labels'),
    annotations,
    deletingSince: metadata.time('deletionTimestamp'),
    generation: metadata.count('generation'),
    observedGeneration: status.count('observedGeneration'),
    images: imagesOf(kind, spec),
    ...countsOf(kind, spec, status),
    suspended: spec.flag('suspend'),
    paused: spec.flag('paused'),
    conditions: conditionsOf(status),
    revision: revisionOf(annotations[REVISION]),
    earlierRevisions: earlierRevisionsOf(metadata),
    restartedAt: spec
      .at('template')
      .at('metadata')
      .at('annotations')
      .text(RESTARTED_AT),
    currentRevision: status.text('currentRevision'),
    updateRevision: status.text('updateRevision'),
    updateStrategy: strategy.text('type'),
    partition: strategy.at('rollingUpdate').count('partition'),
    schedule: spec.text('schedule'),
    lastRunAt: status.time('lastScheduleTime'),
    startedAt: status.time('startTime'),
    endedAt: status.time('completionTime'),
    progressDeadlineSeconds: spec.count('progressDeadlineSeconds'),
    minReadySeconds: spec.count('minReadySeconds') || undefined,
  };
}

function imagesOf(kind: WorkloadRowKind, spec: Fields): ContainerImage[] {
  const owner = kind === 'CronJob' ? spec.at('jobTemplate').at('spec') : spec;
  const template = owner.at('template').at('spec');
  return [
    ...template.list('containers'),
    ...template.list('initContainers'),
  ].flatMap(container => {
    const name = container.text('name');
    const image = container.text('image');
    return name && image ? [containerImage(name, image)] : [];
  });
}

function countsOf(kind: WorkloadRowKind, spec: Fields, status: Fields): Counts {
  switch (kind) {
    case 'DaemonSet':
      return {
        desired: status.count('desiredNumberScheduled') ?? 0,
        current: status.count('currentNumberScheduled') ?? 0,
        ready: status.count('numberReady') ?? 0,
        updated: status.count('updatedNumberScheduled') ?? 0,
        available: status.count('numberAvailable') ?? 0,
      };
    case 'Job': {
      const succeeded = status.count('succeeded') ?? 0;
      return {
        // Without completions any one success ends the Job.
        desired: spec.count('completions') ?? 1,
        current: status.count('active') ?? 0,
        ready: status.count('ready') ?? 0,
        updated: succeeded,
        available: succeeded,
        failedPods: status.count('failed') ?? 0,
      };
    }
    case 'CronJob':
      return {
        desired: 0,
        current: status.listLength('active'),
        ready: 0,
        updated: 0,
        available: 0,
      };
    default: {
      const ready = status.count('readyReplicas') ?? 0;
      const current = status.count('replicas') ?? 0;
      return {
        // The API server writes the default of 1 itself; an object without the field is an absurd one.
        desired: spec.count('replicas') ?? 1,
        current,
        ready,
        updated:
          status.count('updatedReplicas') ??
          (kind === 'ReplicaSet' ? current : 0),
        available: status.count('availableReplicas') ?? 0,
      };
    }
  }
}

function revisionOf(annotation: string | undefined): number | undefined {
  return annotation && /^\d{1,15}$/.test(annotation)
    ? Number(annotation)
    : undefined;
}

function earlierRevisionsOf(metadata: Fields): number[] | undefined {
  const numbers = (metadata.at('annotations').text(REVISION_HISTORY) ?? '')
    .split(',')
    .flatMap(text => revisionOf(text.trim()) ?? []);
  return numbers.length ? numbers.sort((a, b) => a - b) : undefined;
}
