import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { AccessPolicy } from './AccessPolicy';
import { CatalogOrganisationSource } from './CatalogOrganisationSource';
import { readAccessConfig } from './readAccessConfig';

/**
 * The permission policy of DomainDeck as a module of the permission backend.
 * @public
 */
export const permissionModuleAccess = createBackendModule({
  pluginId: 'permission',
  moduleId: 'access',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
      },
      async init({ policy, config, auth, catalog }) {
        policy.setPolicy(
          AccessPolicy.create({
            ...readAccessConfig(config),
            organisation: CatalogOrganisationSource.create({
              catalog,
              auth,
              now: Date.now,
            }),
            now: () => new Date(),
          }),
        );
      },
    });
  },
});
