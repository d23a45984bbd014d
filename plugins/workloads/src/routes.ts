import { createRouteRef } from '@backstage/frontend-plugin-api';

/**
 * The Workloads tab of an entity page.
 * @public
 */
export const workloadsTabRouteRef = createRouteRef();

/**
 * The Logs tab of an entity page.
 * @public
 */
export const logsTabRouteRef = createRouteRef();

/**
 * The Metrics tab of an entity page.
 * @public
 */
export const metricsTabRouteRef = createRouteRef();

/**
 * The Clusters page.
 * @public
 */
export const clustersRouteRef = createRouteRef();
