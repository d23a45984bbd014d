import {
  BackendFeature,
  BackstageUserPrincipal,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import {
  ACCESS_CHANGED,
  AccessConfig,
  CatalogOrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { assembleServices } from '../assembleServices';
import { readAccessOptions } from '../config/readAccessOptions';
import { createRouter } from '../http/createRouter';
import { accessResourceRef } from '../permissions/accessResource';
import { registerPermissions } from '../permissions/registerPermissions';
import { DatabaseAccessStore } from '../store/DatabaseAccessStore';
import { AccessStore } from '../store/types';
import {
  decideAccess,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import { sharedEvents } from './sharedEvents';
import { testAccess, testCatalog, testClusters } from './accessWorld';

/** A running backend over a database in memory. */
export interface AccessBackend {
  readonly server: TestBackend['server'];
  /** The catalog's entities, to be changed by the test. */
  readonly entities: Entity[];
  readonly store: AccessStore;
  /** The moment that the backend takes for now. */
  readonly clock: { now: Date };
}

/**
 * Starts the routes, services and permissions of the plugin with the real permission backend and policy. The clusters
 * are those of the test, and who may view what in them is judged by the same grants as the `workloads` backend would.
 *
 * @param options.config - beside the defaults of the tests
 * @param options.policy - instead of the one that decides by grants; comes with `views`
 * @param options.signedInAs - the departments that the sign-in of a person knew; none unless told
 * @param options.views - whether a person views something of a domain, where grants do not tell
 */
export async function startAccessBackend(
  options: {
    readonly config?: JsonObject;
    readonly policy?: BackendFeature;
    readonly views?: (person: string) => boolean;
    readonly signedInAs?: (person: string) => string[];
  } = {},
): Promise<AccessBackend> {
  const entities = [...testCatalog];
  const clock = { now: new Date('2026-11-24T02:00:00Z') };
  const now = () => clock.now;
  let store: AccessStore | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'access',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          userInfo: coreServices.userInfo,
        },
        async init({ httpAuth, httpRouter, ...deps }) {
          const config = AccessConfig.fromConfig(
            deps.config,
            testClusters,
            () => {},
          );
          const database = await DatabaseAccessStore.create({ ...deps, now });
          store = database;
          const organisation = CatalogOrganisationSource.create({
            ...deps,
            now: Date.now,
            people: true,
          });
          const { findResource, ...services } = assembleServices({
            ...deps,
            config,
            options: readAccessOptions(deps.config),
            clusters: testClusters,
            store: database,
            organisation,
            rulesetOf: verb =>
              deps.permissionsRegistry.getPermissionRuleset(
                accessResourceRef(verb),
              ),
            environments: {
              viewable: async (entityRef, { principal }) => {
                const { domainOwners, subject } = await organisation.get();
                const grants: readonly Grant[] = [
                  ...config.get().grants,
                  ...(await database.listGrants()),
                ];
                const { userEntityRef } = principal as {
                  userEntityRef: string;
                };
                const domainRef = entityRef.startsWith('domain:')
                  ? entityRef
                  : 'domain:default/payments';
                const found = testClusters.filter(
                  cluster =>
                    domainOwners.has(domainRef) &&
                    (options.views?.(userEntityRef) ??
                      decideAccess(
                        { grants, domainOwners, roles: config.get().roles },
                        subject(userEntityRef),
                        { ...cluster, cluster: cluster.name, domainRef },
                        'workloads.view',
                        clock.now,
                      ).allowed),
                );
                if (found.length === 0) {
                  throw new NotFoundError(`There is no "${entityRef}"`);
                }
                return new Map(found.map(({ name }) => [name, [`ns-${name}`]]));
              },
            },
            onChange: async () => {
              organisation.invalidate();
              await deps.events.publish({
                topic: ACCESS_CHANGED,
                eventPayload: {},
              });
            },
            now,
          });
          registerPermissions(deps.permissionsRegistry, findResource);
          httpRouter.use(await createRouter({ httpAuth, ...services }));
        },
      });
    },
  });
  // Made anew for each call, so that a test may change the list.
  const current = () => catalogServiceMock({ entities });
  const { server } = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          access: testAccess,
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          ...options.config,
        },
      }),
      mockServices.database.factory(),
      catalogServiceMock.mock({
        getEntityByRef: (ref, caller) => current().getEntityByRef(ref, caller),
        streamEntities: (query, caller) =>
          current().streamEntities(query, caller),
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async ({ principal }) => {
          const { userEntityRef } = principal as BackstageUserPrincipal;
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(options.signedInAs?.(userEntityRef) ?? []),
            ],
          };
        },
      }).factory,
      actingHttpAuth,
      sharedEvents,
      permissionBackend,
      options.policy ?? permissionModuleAccess,
    ],
  });
  if (!store) {
    throw new Error('The plugin has not started');
  }
  return { server, entities, store, clock };
}
