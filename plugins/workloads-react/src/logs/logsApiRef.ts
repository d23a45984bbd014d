import { createApiRef } from '@backstage/frontend-plugin-api';
import { LogsApi } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * The client of the part of the `workloads` backend plugin that reads logs. The frontend plugin registers it in both
 * frontend systems; tests and development apps put
 * {@link @domaindeck/backstage-plugin-workloads-react/testUtils#InMemoryLogsApi} in its place.
 * @public
 */
export const logsApiRef = createApiRef<LogsApi>().with({
  id: 'plugin.workloads.logs',
  pluginId: 'workloads',
});
