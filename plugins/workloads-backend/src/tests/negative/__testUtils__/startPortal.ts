import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import permissionBackend from '@backstage/plugin-permission-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { demoCatalog } from '../../../__testUtils__';
import { workloadsPlugin } from '../../../plugin';

/** A cluster as a portal is told of it. */
export interface PortalCluster {
  readonly name: string;
  readonly url: string;
  readonly token: string;
  /** Certificate authority, PEM; none where the URL is plain http. */
  readonly ca?: string;
  /** Of `workloads.clusters.<name>`. */
  readonly settings: JsonObject;
}

/** A running portal with the plugin as it is shipped. */
export interface Portal {
  readonly server: TestBackend['server'];
  /** The catalog's entities, to be changed by the test. */
  readonly entities: Entity[];
  stop(): Promise<void>;
}

/** Starts the plugin as it is shipped, with its cache and connections, over clusters that are there. */
export async function startPortal(options: {
  clusters: readonly PortalCluster[];
  /** Of `workloads.bindings`. */
  bindings?: JsonObject[];
  /** The `access` part of the config. */
  access: JsonObject;
  /** Stands in for our policy. */
  policy?: BackendFeature;
  logger?: ReturnType<typeof mockServices.rootLogger.mock>;
}): Promise<Portal> {
  const { clusters, bindings = [], access, policy, logger } = options;
  const entities = [...demoCatalog];
  // Made anew for each call, so that a test may change the list.
  const catalog = () => catalogServiceMock({ entities });
  const backend = await startTestBackend({
    features: [
      workloadsPlugin,
      actingHttpAuth,
      permissionBackend,
      policy ?? permissionModuleAccess,
      catalogServiceMock.mock({
        getEntityByRef: (ref, caller) => catalog().getEntityByRef(ref, caller),
        streamEntities: (query, caller) =>
          catalog().streamEntities(query, caller),
      }).factory,
      logger?.factory ?? mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          access,
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: clusters.map(({ name, url, token, ca }) => ({
                  name,
                  url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: token,
                  ...(ca ? { caData: Buffer.from(ca).toString('base64') } : {}),
                })),
              },
            ],
          },
          workloads: {
            clusters: Object.fromEntries(
              clusters.map(({ name, settings }) => [name, settings]),
            ),
            bindings,
          },
        },
      }),
    ],
  });
  return { server: backend.server, entities, stop: () => backend.stop() };
}
