import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/**
 * The Environments tab of a domain.
 * @public
 */
export const environmentsTabRouteRef = createRouteRef();

/**
 * The My environments page.
 * @public
 */
export const myEnvironmentsRouteRef = createRouteRef();

/** The Workloads tab of the same domain. */
export const workloadsTabRouteRef = createExternalRouteRef({
  defaultTarget: 'workloads.entityContent',
});

/** The Logs tab of the same domain. */
export const logsTabRouteRef = createExternalRouteRef({
  defaultTarget: 'workloads.logs',
});

/** The Metrics tab of the same domain. */
export const metricsTabRouteRef = createExternalRouteRef({
  defaultTarget: 'workloads.metrics',
});
