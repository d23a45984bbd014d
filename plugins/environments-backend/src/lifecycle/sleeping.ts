import { ANNOTATION_BEFORE_SLEEP } from '@domaindeck/backstage-plugin-environments-common';
import { at, Json, KubernetesObject } from '../objects';

/** What a workload was before it was put to sleep. */
export interface BeforeSleep {
  readonly replicas?: number;
  readonly suspend?: boolean;
}

/** A change of a workload that puts it to sleep or wakes it. */
export interface SleepChange {
  readonly annotations: Readonly<Record<string, string | undefined>>;
  readonly spec: Readonly<Record<string, Json>>;
}

/** Why a workload cannot be put to sleep. */
export type SleepRefusal = 'argo-cd' | 'flux';

/**
 * Who would undo a sleep at once: a workload that a deliverer keeps as it stands in Git is refused.
 */
export function sleepRefusal(
  workload: KubernetesObject,
): SleepRefusal | undefined {
  const { labels = {}, annotations = {} } = workload.metadata;
  if (
    annotations['argocd.argoproj.io/tracking-id'] ||
    labels['argocd.argoproj.io/instance']
  ) {
    return 'argo-cd';
  }
  return Object.keys(labels).some(name =>
    name.endsWith('.toolkit.fluxcd.io/name'),
  )
    ? 'flux'
    : undefined;
}

/**
 * What puts a workload to sleep; undefined when it sleeps already. What is stored is never overwritten: a second sleep
 * would store the zero of the first.
 */
export function sleepChange(
  workload: KubernetesObject,
): SleepChange | undefined {
  if (workload.metadata.annotations?.[ANNOTATION_BEFORE_SLEEP] !== undefined) {
    return isDown(workload)
      ? undefined
      : { annotations: {}, spec: down(workload) };
  }
  const before: BeforeSleep =
    workload.kind === 'CronJob'
      ? { suspend: at(workload, 'spec', 'suspend') === true }
      : { replicas: Number(at(workload, 'spec', 'replicas') ?? 1) };
  return {
    annotations: { [ANNOTATION_BEFORE_SLEEP]: JSON.stringify(before) },
    spec: down(workload),
  };
}

/** What wakes a workload; undefined when it does not sleep. A stored text that cannot be read wakes one replica. */
export function wakeChange(
  workload: KubernetesObject,
): SleepChange | undefined {
  const stored = workload.metadata.annotations?.[ANNOTATION_BEFORE_SLEEP];
  if (stored === undefined) {
    return undefined;
  }
  const before = readBeforeSleep(stored);
  return {
    annotations: { [ANNOTATION_BEFORE_SLEEP]: undefined },
    spec:
      workload.kind === 'CronJob'
        ? { suspend: before.suspend ?? true }
        : { replicas: before.replicas ?? 1 },
  };
}

/** Reads the annotation of a workload that sleeps; empty for a text that is not ours. */
export function readBeforeSleep(text: string): BeforeSleep {
  try {
    const value = JSON.parse(text) as Json;
    const replicas = at(value, 'replicas');
    const suspend = at(value, 'suspend');
    return {
      ...(typeof replicas === 'number' ? { replicas } : {}),
      ...(typeof suspend === 'boolean' ? { suspend } : {}),
    };
  } catch {
    return {};
  }
}

function down(workload: KubernetesObject): Record<string, Json> {
  return workload.kind === 'CronJob' ? { suspend: true } : { replicas: 0 };
}

function isDown(workload: KubernetesObject): boolean {
  return workload.kind === 'CronJob'
    ? at(workload, 'spec', 'suspend') === true
    : at(workload, 'spec', 'replicas') === 0;
}
