import { createApiRef } from '@backstage/frontend-plugin-api';
import { EnvironmentsApi } from '@domaindeck/backstage-plugin-environments-common';

/**
 * The client of the `environments` backend plugin. The plugin registers it in both frontend systems; tests and development
 * apps put {@link @domaindeck/backstage-plugin-environments/testUtils#InMemoryEnvironmentsApi} in its place.
 * @public
 */
export const environmentsApiRef = createApiRef<EnvironmentsApi>().with({
  id: 'plugin.environments.service',
  pluginId: 'environments',
});
