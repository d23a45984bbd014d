import { createApiRef } from '@backstage/frontend-plugin-api';
import { MetricsApi } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * The client of the part of the `workloads` backend plugin that reads metrics. The frontend plugin registers it in both
 * frontend systems; tests and development apps put
 * {@link @domaindeck/backstage-plugin-workloads-react/testUtils#InMemoryMetricsApi} in its place.
 * @public
 */
export const metricsApiRef = createApiRef<MetricsApi>().with({
  id: 'plugin.workloads.metrics',
  pluginId: 'workloads',
});
