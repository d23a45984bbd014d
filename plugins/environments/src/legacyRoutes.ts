import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The Environments tab in the classic frontend system. */
export const tabRouteRef = createRouteRef({ id: 'environments' });

/** My environments in the classic frontend system. */
export const pageRouteRef = createRouteRef({ id: 'environments.mine' });

/** The Workloads tab of the same domain in the classic frontend system. */
export const workloadsRouteRef = createExternalRouteRef({
  id: 'environments.workloads',
  optional: true,
  defaultTarget: 'workloads.entityContent',
});

/** The Logs tab of the same domain in the classic frontend system. */
export const logsRouteRef = createExternalRouteRef({
  id: 'environments.logs',
  optional: true,
  defaultTarget: 'workloads.logs',
});

/** The Metrics tab of the same domain in the classic frontend system. */
export const metricsRouteRef = createExternalRouteRef({
  id: 'environments.metrics',
  optional: true,
  defaultTarget: 'workloads.metrics',
});
