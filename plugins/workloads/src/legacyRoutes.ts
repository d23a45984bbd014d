import { createRouteRef } from '@backstage/core-plugin-api';

/** The Workloads tab in the classic frontend system. */
export const tabRouteRef = createRouteRef({ id: 'workloads' });

/** The Logs tab in the classic frontend system. */
export const logsRouteRef = createRouteRef({ id: 'workloads.logs' });

/** The Metrics tab in the classic frontend system. */
export const metricsRouteRef = createRouteRef({ id: 'workloads.metrics' });

/** The Clusters page in the classic frontend system. */
export const pageRouteRef = createRouteRef({ id: 'workloads.clusters' });
