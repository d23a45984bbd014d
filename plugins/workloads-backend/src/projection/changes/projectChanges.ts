import {
  Change,
  ImageChange,
  ReleaseChange,
  ScalingChange,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Family, ownershipOf } from '../ownership';
import { NamespaceRows } from '../types';
import { namesOf, versionOf } from '../version';
import { deploymentSteps } from './deploymentSteps';
import { outcomeOfRelease, outcomeOfScaling } from './outcome';
import { scalingSteps } from './scalingSteps';
import { seenSteps } from './seenSteps';
import { ChangesContext, ReleaseStep, ScalingStep } from './types';

/**
 * The releases and scalings of the workloads of one namespace that the cluster and our memory still tell, in no order.
 *
 * Pure: the rows, the workloads made of the same rows, and what was seen while they were watched. Pods that nobody
 * controls, and single Jobs, are made once and never change.
 */
export function projectChanges(
  rows: NamespaceRows,
  context: ChangesContext,
): Change[] {
  const workloads = new Map(context.workloads.map(item => [item.uid, item]));
  return ownershipOf(rows).families.flatMap(family => {
    const workload = workloads.get(family.root.uid);
    return workload ? changesOf(family, workload, rows, context) : [];
  });
}

function changesOf(
  family: Family,
  workload: Workload,
  rows: NamespaceRows,
  context: ChangesContext,
): Change[] {
  const memory = context.memory.get(family.root.uid);
  const { kind } = family.root;
  if (kind === 'Pod' || kind === 'Job' || kind === 'ReplicaSet') {
    return [];
  }
  const about = aboutOf(workload, context.tier);
  const releases =
    kind === 'Deployment'
      ? deploymentSteps(family, memory)
      : seenSteps(family, memory);
  const scalings = scalingSteps(family, rows.events, memory);
  return [
    ...releases.map((step, index) =>
      releaseChange(family, about, step, {
        ...(index === releases.length - 1
          ? outcomeOfRelease(family, workload, step)
          : { outcome: 'superseded' }),
      }),
    ),
    ...scalings.map((step, index) =>
      scalingChange(about, step, {
        ...(index === scalings.length - 1
          ? outcomeOfScaling(workload, step)
          : { outcome: 'superseded' }),
      }),
    ),
  ];
}

type About = Pick<
  Change,
  | 'environment'
  | 'cluster'
  | 'namespace'
  | 'tier'
  | 'workload'
  | 'object'
  | 'componentRef'
  | 'systemRef'
>;
type Outcome = Pick<Change, 'outcome' | 'reason'>;

function aboutOf(workload: Workload, tier: string): About {
  const { id, cluster, namespace, kind, name, componentRef, systemRef } =
    workload;
  return {
    environment: `${cluster}/${namespace}`,
    cluster,
    namespace,
    tier,
    workload: id,
    object: { kind, name },
    ...(componentRef && { componentRef }),
    ...(systemRef && { systemRef }),
  };
}

function releaseChange(
  { root }: Family,
  about: About,
  step: ReleaseStep,
  outcome: Outcome,
): ReleaseChange {
  const names = namesOf(root.labels, root.name);
  const { at, revision, before, who, cause } = step;
  const images = imageChanges(step);
  return {
    ...about,
    ...outcome,
    id: `${about.workload}/release/${step.key}`,
    type: 'release',
    form: formOf(step, images),
    at,
    ...(revision !== undefined && { revision }),
    ...(before && { from: versionOf(before.images, names) }),
    to: versionOf(step.images, names),
    images,
    ...(who !== undefined && { who }),
    ...(cause !== undefined && { cause }),
  };
}

function formOf(
  step: ReleaseStep,
  images: readonly ImageChange[],
): ReleaseChange['form'] {
  if (step.isFirst) {
    return 'first';
  }
  if (step.isRollback) {
    return 'rollback';
  }
  if (images.length || !step.before) {
    return 'image';
  }
  return step.restartedAt !== undefined &&
    step.restartedAt !== step.before.restartedAt
    ? 'restart'
    : 'configuration';
}

/** Of an unknown past nothing is said to have changed, unless there was none. */
function imageChanges({ images, before, isFirst }: ReleaseStep): ImageChange[] {
  if (!before) {
    return isFirst
      ? images.map(({ container, image }) => ({ container, to: image }))
      : [];
  }
  const old = new Map(
    before.images.map(({ container, image }) => [container, image]),
  );
  const kept = new Set(images.map(({ container }) => container));
  return [
    ...images.flatMap(({ container, image }) => {
      const from = old.get(container);
      return from === image
        ? []
        : [{ container, ...(from !== undefined && { from }), to: image }];
    }),
    ...before.images.flatMap(({ container, image }) =>
      kept.has(container) ? [] : [{ container, from: image }],
    ),
  ];
}

function scalingChange(
  about: About,
  step: ScalingStep,
  outcome: Outcome,
): ScalingChange {
  const { at, from, to, who } = step;
  return {
    ...about,
    ...outcome,
    id: `${about.workload}/scaling/${at}`,
    type: 'scaling',
    at,
    ...(from !== undefined && { from }),
    to,
    ...(who !== undefined && { who }),
  };
}
