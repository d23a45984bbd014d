import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ACCESS_CHANGED,
  auditServiceRef,
} from '@domaindeck/backstage-plugin-access-node';
import {
  credentialsExtensionPoint,
  CredentialStrategies,
  DefaultCredentialSource,
  LogHistories,
  logHistoryExtensionPoint,
  metricSourceExtensionPoint,
  MetricSources,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { assembleServices } from './assembleServices';
import { WatchCache } from './cache/WatchCache';
import { ClusterConnections } from './clusters/ClusterConnections';
import { DefaultClusterChecker } from './clusters/DefaultClusterChecker';
import { readWorkloadsOptions } from './config/readWorkloadsOptions';
import { createRouter } from './http/createRouter';
import { neededRulesOf } from './inspection/neededRules';
import { environmentResourceRef, registerPermissions } from './permissions';
import { projection, projectors } from './projection';

/**
 * The live view over all clusters. Reads the stock `kubernetes:` config and `workloads:`.
 * @public
 */
export const workloadsPlugin = createBackendPlugin({
  pluginId: 'workloads',
  register(env) {
    const strategies = CredentialStrategies.create();
    env.registerExtensionPoint(credentialsExtensionPoint, strategies);
    const logHistories = LogHistories.create();
    env.registerExtensionPoint(logHistoryExtensionPoint, logHistories);
    const metricSources = MetricSources.create();
    env.registerExtensionPoint(metricSourceExtensionPoint, metricSources);
    env.registerInit({
      deps: {
        audit: auditServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
      },
      async init(deps) {
        const { config, logger, lifecycle, rootLifecycle } = deps;
        const options = readWorkloadsOptions(config);
        const { registry } = options;
        registry.unreadLocators.forEach(({ message }) => logger.warn(message));
        if (!options.permissionsEnabled) {
          logger.warn(
            'permission.enabled is not true: everybody who is signed in may see the workloads of every domain',
          );
        }

        const credentials = DefaultCredentialSource.create({
          config,
          logger,
          strategies,
        });
        const connections = ClusterConnections.fromRegistry(
          registry,
          credentials,
        );
        const cache = WatchCache.create({
          connections: connections.list(),
          projectors,
          logger,
        });
        const metricStores = metricSources.sources(registry.list(), cluster =>
          connections.get(cluster),
        );
        const shutdown = new AbortController();
        const { findEnvironment, stop, ...services } = assembleServices({
          ...deps,
          rulesetOf: verb =>
            deps.permissionsRegistry.getPermissionRuleset(
              environmentResourceRef(verb),
            ),
          roles: options.roles,
          clusters: registry.list(),
          bindings: registry.bindings,
          reader: cache,
          projection,
          connectionOf: cluster => connections.get(cluster),
          checker: DefaultClusterChecker.create({
            connections,
            credentials,
            known: cache,
            rulesOf: cluster => [
              ...neededRulesOf(cluster),
              ...(metricStores.get(cluster.name)?.rights ?? []),
            ],
            clock: systemClock,
          }),
          clock: systemClock,
          histories: logHistories.sources(registry.list()),
          metricStores,
          shutdown: shutdown.signal,
        });
        registerPermissions(deps.permissionsRegistry, findEnvironment);
        await deps.events.subscribe({
          id: 'workloads-decisions',
          // Only a hint: without it a decision is forgotten after 30 s.
          topics: [ACCESS_CHANGED],
          onEvent: async () => services.forgetDecisions(),
        });
        deps.httpRouter.use(
          await createRouter({ httpAuth: deps.httpAuth, ...services }),
        );

        lifecycle.addStartupHook(() => cache.start());
        // Before the server stops: it waits for open answers, and a stream has no end of its own.
        rootLifecycle.addBeforeShutdownHook(() => shutdown.abort());
        lifecycle.addShutdownHook(async () => {
          stop();
          await cache.stop();
          await connections.close();
        });
      },
    });
  },
});
