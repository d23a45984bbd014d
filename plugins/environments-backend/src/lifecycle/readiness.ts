import {
  EnvironmentHealth,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';
import { at, KubernetesObject } from '../objects';
import { explainPods } from './explainPods';

/** How one workload of an environment fares. */
export interface Readiness {
  readonly health: EnvironmentHealth;
  readonly desired: number;
  readonly ready: number;
  readonly reason?: WaitReason;
}

/** Reasons that do not pass by waiting. */
const FAILURES: readonly WaitReason['code'][] = [
  'crashing',
  'image-missing',
  'quota',
  'missing-config',
  'refused',
];

/**
 * Judges a Deployment, StatefulSet or CronJob by what the cluster says of it.
 *
 * @param pods - pods of the workload
 * @param events - events of the workload, its ReplicaSets and its pods, in any order
 */
export function readiness(
  workload: KubernetesObject,
  pods: readonly KubernetesObject[],
  events: readonly KubernetesObject[] = [],
): Readiness {
  if (workload.kind === 'CronJob') {
    const health =
      at(workload, 'spec', 'suspend') === true ? 'suspended' : 'healthy';
    return { health, desired: 0, ready: 0 };
  }
  const desired = count(at(workload, 'spec', 'replicas'), 1);
  if (desired === 0) {
    return { health: 'suspended', desired, ready: 0 };
  }
  const ready = count(at(workload, 'status', 'readyReplicas'), 0);
  if (isThere(workload, desired)) {
    return { health: 'healthy', desired, ready };
  }
  const reason =
    refusal(workload) ??
    explainPods(pods, events)[0] ??
    ({ code: 'waiting', message: 'Waiting for its pods.' } as const);
  const started = ready > 0 ? 'degraded' : 'progressing';
  return {
    health: FAILURES.includes(reason.code) ? 'failed' : started,
    desired,
    ready,
    reason,
  };
}

/** Whether the controller has seen the specification and everything of it runs. */
function isThere(workload: KubernetesObject, desired: number): boolean {
  const status = (field: string) => count(at(workload, 'status', field), 0);
  if (status('observedGeneration') < (workload.metadata.generation ?? 0)) {
    return false;
  }
  const running =
    status('readyReplicas') >= desired && status('updatedReplicas') >= desired;
  return workload.kind === 'Deployment'
    ? running &&
        status('availableReplicas') >= desired &&
        status('replicas') === status('updatedReplicas')
    : running || isOldStatefulSet(workload, desired);
}

/** A StatefulSet with `OnDelete` updates never reports updated pods of its own accord. */
function isOldStatefulSet(
  workload: KubernetesObject,
  desired: number,
): boolean {
  return (
    at(workload, 'spec', 'updateStrategy', 'type') === 'OnDelete' &&
    count(at(workload, 'status', 'readyReplicas'), 0) >= desired
  );
}

/** Why the controller could not even make a pod. */
function refusal(workload: KubernetesObject): WaitReason | undefined {
  const conditions = at(workload, 'status', 'conditions');
  for (const condition of Array.isArray(conditions) ? conditions : []) {
    const message = String(at(condition, 'message') ?? '');
    const since = at(condition, 'lastTransitionTime');
    if (
      at(condition, 'type') === 'ReplicaFailure' &&
      at(condition, 'status') === 'True'
    ) {
      return {
        code: /exceeded quota/.test(message) ? 'quota' : 'refused',
        message,
        ...(typeof since === 'string' ? { since } : {}),
      };
    }
  }
  return undefined;
}

function count(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
