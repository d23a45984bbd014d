import { equals, max, metric, ofWorkloads, where } from '../promql/build';
import { BY_CONTAINER, BY_POD } from './containers';
import { Measure } from './types';

const RESTARTS = 'kube_pod_container_status_restarts_total';
const TERMINATED = 'kube_pod_container_status_last_terminated_reason';
const PHASE = 'kube_pod_status_phase';
const READY = 'kube_pod_status_ready';

/** How many pods a workload wants. */
const desired = (kind: string, label: string, name: string): Measure => ({
  panel: 'replicas',
  measure: 'desired',
  needs: name,
  told: { by: 'workloads', kind, label },
  query: max(['namespace', label], ofWorkloads(name, kind, label)),
});

/** How pods fare, by kube-state-metrics. */
export const pods: readonly Measure[] = [
  {
    // How often a container has been started again since its pod began: exact, where a growth would be estimated.
    panel: 'restarts',
    measure: 'restarts',
    needs: RESTARTS,
    query: max(BY_CONTAINER, metric(RESTARTS)),
  },
  {
    // 1 while the last end of a container was for want of memory.
    panel: 'restarts',
    measure: 'oom',
    needs: TERMINATED,
    query: max(
      BY_CONTAINER,
      metric(TERMINATED, where('reason', '=', 'OOMKilled')),
    ),
  },
  {
    // 1 for a pod that is wanted and there, also while it cannot start.
    panel: 'replicas',
    measure: 'pods',
    needs: PHASE,
    query: max(
      BY_POD,
      equals(metric(PHASE, where('phase', '=~', 'Pending|Running')), 1),
    ),
  },
  {
    // 1 for a pod that takes requests.
    panel: 'replicas',
    measure: 'ready',
    needs: READY,
    query: max(BY_POD, metric(READY, where('condition', '=', 'true'))),
  },
  desired('Deployment', 'deployment', 'kube_deployment_spec_replicas'),
  desired('StatefulSet', 'statefulset', 'kube_statefulset_replicas'),
  desired(
    'DaemonSet',
    'daemonset',
    'kube_daemonset_status_desired_number_scheduled',
  ),
];
