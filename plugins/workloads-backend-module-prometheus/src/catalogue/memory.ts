import { max, metric, where } from '../promql/build';
import { BY_CONTAINER, REAL_CONTAINERS } from './containers';
import { Measure } from './types';

const USAGE = 'container_memory_working_set_bytes';
const RSS = 'container_memory_rss';
const REQUESTS = 'kube_pod_container_resource_requests';
const LIMITS = 'kube_pod_container_resource_limits';

/** Bytes: cAdvisor for what is used, kube-state-metrics for what was asked for. */
export const memory: readonly Measure[] = [
  {
    // What the kernel compares with the limit before it kills.
    panel: 'memory',
    measure: 'usage',
    needs: USAGE,
    query: max(BY_CONTAINER, metric(USAGE, ...REAL_CONTAINERS)),
  },
  {
    // What the processes hold themselves, without the files that the kernel keeps for them.
    panel: 'memory',
    measure: 'rss',
    needs: RSS,
    query: max(BY_CONTAINER, metric(RSS, ...REAL_CONTAINERS)),
  },
  {
    // Bytes that the scheduler has set aside.
    panel: 'memory',
    measure: 'request',
    needs: REQUESTS,
    query: max(
      BY_CONTAINER,
      metric(REQUESTS, where('resource', '=', 'memory')),
    ),
  },
  {
    // Bytes above which a container is killed.
    panel: 'memory',
    measure: 'limit',
    needs: LIMITS,
    query: max(BY_CONTAINER, metric(LIMITS, where('resource', '=', 'memory'))),
  },
];
