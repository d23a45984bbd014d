import { createApiRef } from '@backstage/frontend-plugin-api';
import { WorkloadsApi } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * The client of the `workloads` backend plugin. The frontend plugin registers it in both frontend systems; tests and
 * development apps put {@link @domaindeck/backstage-plugin-workloads-react/testUtils#InMemoryWorkloadsApi} in its place.
 * @public
 */
export const workloadsApiRef = createApiRef<WorkloadsApi>().with({
  id: 'plugin.workloads.service',
  pluginId: 'workloads',
});
