import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import permissionBackend from '@backstage/plugin-permission-backend';
import { actingHttpAuth } from '@domaindeck/backend-testing';
import permissionModuleAccess from '@domaindeck/backstage-plugin-permission-backend-module-access';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  DEFAULT_ROLES,
  parseRoles,
} from '@domaindeck/backstage-plugin-access-common';
import { RecordingAuditService } from '@domaindeck/backstage-plugin-access-node/testUtils';
import {
  ClusterConnection,
  ClusterDefinition,
  LogHistorySource,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import {
  FakeClock,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { assembleServices } from '../assembleServices';
import { createRouter } from '../http/createRouter';
import { environmentResourceRef, registerPermissions } from '../permissions';
import { projection } from '../projection';
import {
  demoBindings,
  demoCatalog,
  demoClusters,
  demoReader,
} from './demoWorld';
import { InMemoryClusterReader } from './InMemoryClusterReader';

/** A running backend over a cache in memory. */
export interface WorkloadsBackend {
  readonly server: TestBackend['server'];
  readonly reader: InMemoryClusterReader;
  readonly clock: FakeClock;
  /** What was written of what was done. */
  readonly audit: RecordingAuditService;
  /** Requests that reached clusters. */
  readonly connections: ReadonlyMap<string, FakeClusterConnection>;
  /** The catalog's entities, to be changed by the test. */
  readonly entities: Entity[];
  /** Ends all streams, as the end of the process does. */
  shutdown(): void;
}

/**
 * Starts the routes, services and permissions of the plugin over the demo world, with the real permission backend and
 * policy; only the cache, the clock and the way to the clusters are the test's.
 *
 * @param access - the `access` part of the config
 * @param answer - what clusters answer to `GET <path>`
 */
export async function startWorkloadsBackend(options: {
  access: JsonObject;
  /** Stands in for ours. */
  policy?: BackendFeature;
  answer?: Parameters<typeof FakeClusterConnection.create>[1];
  /** Stores of log lines; none unless told. */
  histories?: ReadonlyMap<string, LogHistorySource>;
  /** Stores of measures; none unless told. */
  metricStores?: ReadonlyMap<string, MetricSource>;
  /** Stands in for connections in memory. */
  connect?: (cluster: ClusterDefinition) => ClusterConnection;
}): Promise<WorkloadsBackend> {
  const reader = demoReader();
  const clock = FakeClock.create();
  const audit = RecordingAuditService.create();
  const shutdown = new AbortController();
  const entities = [...demoCatalog];
  const answer = options.answer ?? (() => ({ status: 404 }));
  const connections = new Map(
    demoClusters.map(cluster => [
      cluster.name,
      FakeClusterConnection.create(cluster, answer),
    ]),
  );
  const connected: ReadonlyMap<string, ClusterConnection> = options.connect
    ? new Map(demoClusters.map(one => [one.name, options.connect!(one)]))
    : connections;
  const plugin = createBackendPlugin({
    pluginId: 'workloads',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init({ httpAuth, httpRouter, ...deps }) {
          const { findEnvironment, ...services } = assembleServices({
            ...deps,
            audit,
            rulesetOf: verb =>
              deps.permissionsRegistry.getPermissionRuleset(
                environmentResourceRef(verb),
              ),
            roles: options.access.roles
              ? parseRoles(options.access.roles)
              : DEFAULT_ROLES,
            clusters: demoClusters,
            bindings: demoBindings,
            reader,
            projection,
            connectionOf: name => connected.get(name),
            checker: { check: async () => ({ items: [] }) },
            histories: options.histories ?? new Map(),
            metricStores: options.metricStores ?? new Map(),
            clock,
            shutdown: shutdown.signal,
          });
          registerPermissions(deps.permissionsRegistry, findEnvironment);
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
        data: { permission: { enabled: true }, access: options.access },
      }),
      catalogServiceMock.mock({
        getEntityByRef: (ref, caller) => current().getEntityByRef(ref, caller),
        streamEntities: (query, caller) =>
          current().streamEntities(query, caller),
      }).factory,
      actingHttpAuth,
      permissionBackend,
      options.policy ?? permissionModuleAccess,
    ],
  });
  return {
    server,
    reader,
    clock,
    audit,
    connections,
    entities,
    shutdown: () => shutdown.abort(),
  };
}
