import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The mock of `httpAuth`, but that a person on whose behalf a plugin calls is known to come through a plugin. The real
 * service says so, and the permission backend answers questions about conditions to plugins only.
 */
export const actingHttpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const mock = mockServices.httpAuth({ pluginId: plugin.getId() });
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const credentials = mock.credentials.bind(mock);
    return Object.assign(mock, {
      credentials: async (...args: Parameters<typeof credentials>) => {
        const found = await credentials(...args);
        const byPlugin = args[0].headers.authorization?.startsWith(
          'Bearer mock-service-token:',
        );
        return byPlugin && auth.isPrincipal(found, 'user')
          ? mockCredentials.user(found.principal.userEntityRef, {
              // A mock token for a person does not tell whose it is.
              actor: { subject: 'plugin:another' },
            })
          : found;
      },
    });
  },
});
