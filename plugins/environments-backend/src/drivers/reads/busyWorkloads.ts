import { at, KubernetesObject } from '../../objects';

/** Names of workloads that are being rolled out at this moment. One that has given up is not. */
export function busyWorkloads(objects: readonly KubernetesObject[]): string[] {
  return objects.filter(isBusy).map(object => object.metadata.name);
}

function isBusy(workload: KubernetesObject): boolean {
  const status = (field: string) => count(at(workload, 'status', field));
  const isRolling =
    at(workload, 'spec', 'updateStrategy', 'type') !== 'OnDelete';
  switch (workload.kind) {
    case 'Deployment': {
      const wanted = count(at(workload, 'spec', 'replicas'), 1);
      return (
        !hasGivenUp(workload) &&
        (isUnseen(workload) ||
          status('updatedReplicas') < wanted ||
          status('replicas') > status('updatedReplicas'))
      );
    }
    case 'StatefulSet': {
      const wanted = count(at(workload, 'spec', 'replicas'), 1);
      const kept = count(
        at(workload, 'spec', 'updateStrategy', 'rollingUpdate', 'partition'),
      );
      return (
        isUnseen(workload) ||
        (isRolling && status('updatedReplicas') < wanted - kept)
      );
    }
    case 'DaemonSet':
      return (
        isUnseen(workload) ||
        (isRolling &&
          status('updatedNumberScheduled') < status('desiredNumberScheduled'))
      );
    default:
      return false;
  }
}

/** Whether its controller has not looked at it since it was changed. */
function isUnseen(workload: KubernetesObject): boolean {
  const seen = count(at(workload, 'status', 'observedGeneration'));
  return seen < (workload.metadata.generation ?? 0);
}

function hasGivenUp(workload: KubernetesObject): boolean {
  const conditions = at(workload, 'status', 'conditions');
  return (Array.isArray(conditions) ? conditions : []).some(
    condition =>
      at(condition, 'type') === 'Progressing' &&
      at(condition, 'reason') === 'ProgressDeadlineExceeded',
  );
}

function count(value: unknown, otherwise = 0): number {
  return typeof value === 'number' ? value : otherwise;
}
