import { createBackendModule } from '@backstage/backend-plugin-api';
import { ForbiddenOutsideDevelopmentError } from './ForbiddenOutsideDevelopmentError';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { demoPeopleAuthenticator } from './authenticator';

/**
 * Registers the auth provider `demoPeople`. The backend does not start with it outside development.
 * @public
 */
export const authModuleDemoPeople = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-people',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        if (process.env.NODE_ENV !== 'development') {
          throw new ForbiddenOutsideDevelopmentError();
        }
        providers.registerProvider({
          providerId: 'demoPeople',
          factory: createProxyAuthProviderFactory({
            authenticator: demoPeopleAuthenticator,
            signInResolver: ({ result: { person } }, context) =>
              context.signInWithCatalogUser({ entityRef: person }),
          }),
        });
      },
    });
  },
});
