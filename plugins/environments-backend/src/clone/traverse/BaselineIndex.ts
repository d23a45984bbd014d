import {
  at,
  KubernetesObject,
  matchesLabels,
  objectKey,
  podTemplateOf,
  withoutNulls,
} from '../../objects';
import { Baseline, Snapshot } from '../types';
import { sanitizeObject } from '../sanitize';

/** Kinds of workloads that a person can choose. */
export const WORKLOAD_KINDS = [
  'Deployment',
  'StatefulSet',
  'CronJob',
  'DaemonSet',
];

/** The objects of a baseline by kind and name, and which Services lead to which workloads. */
export class BaselineIndex {
  readonly namespace: string;
  readonly workloads: readonly KubernetesObject[];
  readonly services: readonly KubernetesObject[];
  readonly #byKey = new Map<string, KubernetesObject>();
  readonly #byKind = new Map<string, KubernetesObject[]>();
  readonly #servicesOf = new Map<KubernetesObject, KubernetesObject[]>();

  constructor(baseline: Baseline) {
    this.namespace = baseline.namespace;
    for (const object of baseline.objects) {
      if (object.metadata.deletionTimestamp === undefined) {
        this.#byKey.set(objectKey(object), withoutNulls(object));
      }
    }
    for (const object of this.#byKey.values()) {
      const same = this.#byKind.get(object.kind) ?? [];
      this.#byKind.set(object.kind, same);
      same.push(object);
    }
    for (const same of this.#byKind.values()) {
      same.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    }
    this.workloads = WORKLOAD_KINDS.flatMap(kind => this.ofKind(kind)).filter(
      workload => podTemplateOf(workload),
    );
    // `kubernetes` in the default namespace is the API server's.
    this.services = this.ofKind('Service').filter(
      service =>
        !(
          service.metadata.name === 'kubernetes' &&
          baseline.namespace === 'default'
        ),
    );
    for (const workload of this.workloads) {
      const labels = podTemplateOf(workload)?.metadata?.labels ?? {};
      this.#servicesOf.set(
        workload,
        workload.kind === 'CronJob'
          ? []
          : this.services.filter(service =>
              matchesLabels(at(service, 'spec', 'selector'), labels),
            ),
      );
    }
  }

  ofKind(kind: string): readonly KubernetesObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** @param group - empty for the core group */
  get(group: string, kind: string, name: string): KubernetesObject | undefined {
    return this.#byKey.get(`${group}/${kind}/${name}`);
  }

  /** The workload of a name; a Deployment before a StatefulSet before a CronJob. */
  workload(name: string): KubernetesObject | undefined {
    return this.workloads.find(one => one.metadata.name === name);
  }

  /** Services whose selector matches the workload's pods. */
  servicesOf(workload: KubernetesObject): readonly KubernetesObject[] {
    return this.#servicesOf.get(workload) ?? [];
  }

  /** Workloads to whose pods a Service leads. */
  workloadsBehind(service: KubernetesObject): KubernetesObject[] {
    return this.workloads.filter(workload =>
      this.servicesOf(workload).includes(service),
    );
  }
}

/**
 * A baseline in which what was cloned before is as it was then. Services are not: shared names follow the baseline of
 * today, and the Services of own workloads are in the snapshot under their workload.
 */
export function withPinned(
  baseline: Baseline,
  pinned: Snapshot | undefined,
): Baseline {
  if (!pinned) {
    return baseline;
  }
  const before = new Map(pinned.objects.map(one => [objectKey(one), one]));
  const now = new Set(baseline.objects.map(objectKey));
  return {
    ...baseline,
    objects: [
      ...baseline.objects.map(object => {
        const was = before.get(objectKey(object));
        return was ? overlay(object, was) : object;
      }),
      // The baseline may have lost it since; the environment goes on with its copy.
      ...pinned.objects.filter(object => !now.has(objectKey(object))),
    ],
  };
}

/** The content of then in the object of now, whose owner and labels still decide whether it may be copied. */
function overlay(
  now: KubernetesObject,
  then: KubernetesObject,
): KubernetesObject {
  const { metadata, ...content } = sanitizeObject(then);
  return {
    ...content,
    metadata: { ...now.metadata, annotations: metadata.annotations },
  };
}
