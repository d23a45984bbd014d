import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  ACCESS_CHANGED,
  AccessConfig,
  accessPolicyExtensionPoint,
  CatalogOrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import { ClusterRegistry } from '@domaindeck/backstage-plugin-workloads-node';
import { AccessPolicy } from './AccessPolicy';
import { openKinds } from './openKinds';
import { StoredGrants } from './StoredGrants';

/**
 * The permission policy of DomainDeck as a module of the permission backend.
 * @public
 */
export const permissionModuleAccess = createBackendModule({
  pluginId: 'permission',
  moduleId: 'access',
  register(env) {
    let delegate: PermissionPolicy | undefined;
    env.registerExtensionPoint(accessPolicyExtensionPoint, {
      setDelegate(policy) {
        if (delegate) {
          throw new Error(
            'The policy for everything that is not of DomainDeck is set already; only one module may set it',
          );
        }
        delegate = policy;
      },
    });
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        catalog: catalogServiceRef,
      },
      async init({ policy, config, auth, discovery, events, logger, catalog }) {
        const clusters = ClusterRegistry.fromConfig(config).list();
        const configured = AccessConfig.fromConfig(config, clusters, error =>
          logger.error(
            'A change of the config is wrong; the roles and grants from before stay in force',
            error instanceof Error ? error : undefined,
          ),
        );
        const kinds = openKinds(config);
        if (kinds.length > 0) {
          logger.warn(
            `catalog.rules takes ${kinds.join(
              ', ',
            )} from any location, so that whoever may register one gives themselves any right; name them in the rules of the locations that the platform team keeps`,
          );
        }
        const stored = StoredGrants.create({
          auth,
          discovery,
          logger,
          fetch,
          now: Date.now,
        });
        const organisation = CatalogOrganisationSource.create({
          catalog,
          auth,
          now: Date.now,
        });
        await events.subscribe({
          id: 'permission-access',
          topics: [ACCESS_CHANGED],
          onEvent: async () => {
            stored.invalidate();
            organisation.invalidate();
          },
        });
        policy.setPolicy(
          AccessPolicy.create({
            rules: {
              get: async () => {
                const { roles, grants } = configured.get();
                return { roles, grants: [...grants, ...(await stored.get())] };
              },
            },
            organisation,
            clusters,
            logger,
            now: () => new Date(),
            delegate: () => delegate,
          }),
        );
      },
    });
  },
});
