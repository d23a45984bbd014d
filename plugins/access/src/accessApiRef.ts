import { createApiRef } from '@backstage/frontend-plugin-api';
import { AccessApi } from '@domaindeck/backstage-plugin-access-common';

/**
 * The client of the `access` backend plugin. The plugin registers it in both frontend systems; tests and development apps
 * put {@link @domaindeck/backstage-plugin-access/testUtils#InMemoryAccessApi} in its place.
 * @public
 */
export const accessApiRef = createApiRef<AccessApi>().with({
  id: 'plugin.access.service',
  pluginId: 'access',
});
