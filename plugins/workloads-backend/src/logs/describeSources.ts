import {
  Environment,
  LogContainer,
  LogPod,
  LogSources,
  LogWorkload,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Which environments of an entity have logs to read, and which containers write them.
 * @param workloads - of the environments whose logs may be read
 */
export function describeSources(
  environments: readonly Environment[],
  workloads: readonly Workload[],
): Pick<LogSources, 'environments' | 'workloads' | 'pods'> {
  return {
    environments: environments.map(
      ({ ref, cluster, namespace, tier, verbs }) => ({
        ref,
        cluster,
        namespace,
        tier,
        readable: verbs.includes('logs'),
        searchable: verbs.includes('log-search'),
        downloadable: verbs.includes('log-download'),
      }),
    ),
    workloads: workloads.map(workloadOf),
    pods: workloads.flatMap(workload =>
      workload.pods.map(pod => podOf(workload, pod)),
    ),
  };
}

function workloadOf(workload: Workload): LogWorkload {
  const { id, name, kind, cluster, namespace, componentRef } = workload;
  return {
    id,
    name,
    kind,
    environment: `${cluster}/${namespace}`,
    componentRef,
  };
}

function podOf(workload: Workload, pod: Workload['pods'][number]): LogPod {
  const { cluster, namespace, id, componentRef } = workload;
  const { uid, name, phase, ready, startedAt, createdAt, containers } = pod;
  return {
    uid,
    name,
    cluster,
    namespace,
    environment: `${cluster}/${namespace}`,
    workload: id,
    componentRef,
    phase,
    ready,
    startedAt,
    createdAt,
    containers: containers.map(containerOf),
  };
}

function containerOf(
  container: Workload['pods'][number]['containers'][number],
): LogContainer {
  const { name, role, state, reason, message, restarts, lastEnd } = container;
  const { startedAt, endedAt } = container;
  return {
    name,
    role,
    state,
    reason,
    message,
    restarts,
    startedAt,
    endedAt,
    previous: lastEnd !== undefined,
    lastEnd,
  };
}
