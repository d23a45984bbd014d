import {
  LogSelector,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ContainerNow, LogTarget } from '../types';

/** A container with what is known of it. */
export interface FoundTarget {
  readonly target: LogTarget;
  readonly now: ContainerNow;
}

type Container = Workload['pods'][number]['containers'][number];

/**
 * The containers that selectors choose among workloads, each once.
 * @param selectors - undefined for the main containers of all
 */
export function selectTargets(
  workloads: readonly Workload[],
  selectors: readonly LogSelector[] | undefined,
): Map<string, FoundTarget> {
  const found = new Map<string, FoundTarget>();
  for (const workload of workloads) {
    const near = selectors?.filter(
      ({ cluster, namespace, workload: name }) =>
        cluster === workload.cluster &&
        namespace === workload.namespace &&
        (name === undefined || name === workload.name),
    );
    for (const pod of near?.length === 0 ? [] : workload.pods) {
      const chosen = near?.filter(
        selector => selector.pod === undefined || selector.pod === pod.name,
      );
      for (const container of pod.containers) {
        if (
          chosen?.some(selector => chooses(selector, container)) ??
          container.role === 'main'
        ) {
          const { cluster, namespace } = workload;
          const target: LogTarget = {
            id: [cluster, namespace, pod.name, pod.uid, container.name].join(
              '/',
            ),
            cluster,
            namespace,
            pod: pod.name,
            podUid: pod.uid,
            container: container.name,
            role: container.role,
            workload: workload.id,
            componentRef: workload.componentRef,
          };
          found.set(target.id, { target, now: containerNow(container) });
        }
      }
    }
  }
  return found;
}

function chooses(
  { container: name }: LogSelector,
  container: Container,
): boolean {
  return name === undefined
    ? container.role === 'main'
    : name === '*' || name === container.name;
}

/** What matters of a container to who reads its log. */
export function containerNow(container: Container): ContainerNow {
  const { state, restarts, startedAt, reason, message, lastEnd } = container;
  return {
    state,
    restarts,
    startedAt,
    previous: lastEnd !== undefined,
    reason,
    message,
    exitCode: lastEnd?.exitCode,
    signal: lastEnd?.signal,
    endReason: lastEnd?.reason,
  };
}
