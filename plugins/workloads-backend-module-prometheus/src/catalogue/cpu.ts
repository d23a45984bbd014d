import { divide, max, metric, rate, sum, where } from '../promql/build';
import { BY_CONTAINER, BY_POD, REAL_CONTAINERS } from './containers';
import { Measure } from './types';

const USAGE = 'container_cpu_usage_seconds_total';
const THROTTLED = 'container_cpu_cfs_throttled_periods_total';
const PERIODS = 'container_cpu_cfs_periods_total';
const REQUESTS = 'kube_pod_container_resource_requests';
const LIMITS = 'kube_pod_container_resource_limits';

/** Cores and how often there were too few of them: cAdvisor's counters, and kube-state-metrics for what was asked for. */
export const cpu: readonly Measure[] = [
  {
    // Cores in use. Where cAdvisor has a row for each core, one for all of them stands beside.
    panel: 'cpu',
    measure: 'usage',
    needs: USAGE,
    query: max(
      BY_CONTAINER,
      rate(metric(USAGE, ...REAL_CONTAINERS, where('cpu', '=~', '|total'))),
    ),
  },
  {
    // Cores that the scheduler has set aside.
    panel: 'cpu',
    measure: 'request',
    needs: REQUESTS,
    query: max(BY_CONTAINER, metric(REQUESTS, where('resource', '=', 'cpu'))),
  },
  {
    // Cores at which the kernel begins to throttle.
    panel: 'cpu',
    measure: 'limit',
    needs: LIMITS,
    query: max(BY_CONTAINER, metric(LIMITS, where('resource', '=', 'cpu'))),
  },
  {
    // The share of the kernel's periods in which a pod's containers had to wait; only those with a limit have it.
    panel: 'throttling',
    measure: 'throttled',
    needs: PERIODS,
    query: divide(
      sum(
        BY_POD,
        max(BY_CONTAINER, rate(metric(THROTTLED, ...REAL_CONTAINERS))),
      ),
      sum(BY_POD, max(BY_CONTAINER, rate(metric(PERIODS, ...REAL_CONTAINERS)))),
    ),
  },
];
