import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { parseRoles } from '@domaindeck/backstage-plugin-access-common';
import {
  ACCESS_CHANGED,
  auditServiceRef,
  CatalogOrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import { ENVIRONMENTS_TOPIC } from '@domaindeck/backstage-plugin-environments-common';
import {
  ClusterRegistry,
  CredentialStrategies,
  DefaultCredentialSource,
  environmentsCredentialsExtensionPoint,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { assembleServices } from './assembleServices';
import { WorkloadsRoomSource } from './capacity';
import { readEnvironmentsOptions } from './config/readEnvironmentsOptions';
import { WorkloadsDomainSource } from './domains';
import { DefaultClusterDrivers } from './drivers';
import { createRouter } from './http/createRouter';
import { recordResourceRef, registerPermissions } from './permissions';
import { KnownVersions, RegistryVersions } from './planning';
import { Registries } from './registries';
import { DatabaseEnvironmentStore } from './store';
import { WorkloadsTrafficSource } from './traffic';

/** How long the record of an environment that is gone is kept. */
const KEPT_MS = 90 * 86_400_000;

/**
 * Self-service environments: planned from a live baseline, made, kept and cleared away. Reads the stock `kubernetes:`
 * config, `workloads:` and `environments:`.
 * @public
 */
export const environmentsPlugin = createBackendPlugin({
  pluginId: 'environments',
  register(env) {
    const strategies = CredentialStrategies.create();
    env.registerExtensionPoint(
      environmentsCredentialsExtensionPoint,
      strategies,
    );
    env.registerInit({
      deps: {
        audit: auditServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, events, lifecycle, logger, rootLifecycle } = deps;
        const registry = ClusterRegistry.fromConfig(config);
        const clusters = registry.list();
        const options = readEnvironmentsOptions(
          config,
          clusters.map(cluster => cluster.name),
        );
        if (!options.changesAllowed) {
          logger.warn(
            'permission.enabled is not true: environments can be looked at and not changed',
          );
        }
        const store = await DatabaseEnvironmentStore.create(deps);
        const drivers = DefaultClusterDrivers.fromRegistry({
          registry,
          credentials: DefaultCredentialSource.create({
            config,
            logger,
            strategies,
          }),
          digestKey: options.secretKey ?? (await store.digestKey()),
        });
        const domains = WorkloadsDomainSource.create({
          ...deps,
          fetch,
          bindings: registry.bindings,
          drivers,
          now: Date.now,
        });
        const registries = Registries.create({
          options: options.registries,
          now: Date.now,
          onFailure: error => logger.warn(error.message),
        });
        const organisation = CatalogOrganisationSource.create({
          ...deps,
          now: Date.now,
        });
        await events.subscribe({
          id: 'environments-organisation',
          topics: [ACCESS_CHANGED],
          onEvent: async () => organisation.invalidate(),
        });
        const shutdown = new AbortController();
        const {
          drifts,
          findResource,
          observer,
          reconciler,
          uses,
          ...services
        } = assembleServices({
          ...deps,
          rulesetOf: verb =>
            deps.permissionsRegistry.getPermissionRuleset(
              recordResourceRef(verb),
            ),
          roles: parseRoles(config.getOptional('access.roles')),
          organisation,
          clusters,
          drivers,
          domains,
          versions: RegistryVersions.create({
            known: KnownVersions.create(domains),
            registries,
          }),
          options,
          store,
          rooms: WorkloadsRoomSource.create({ ...deps, fetch }),
          traffic: WorkloadsTrafficSource.create({ ...deps, fetch }),
          tell: async news => {
            try {
              await events.publish({
                topic: ENVIRONMENTS_TOPIC,
                eventPayload: news,
              });
            } catch (error) {
              logger.warn(
                'Nobody could be told of an environment',
                error instanceof Error ? error : undefined,
              );
            }
          },
          clock: systemClock,
          random: Math.random,
          worker: `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`,
          shutdown: shutdown.signal,
        });
        registerPermissions(deps.permissionsRegistry, findResource);
        deps.httpRouter.use(
          await createRouter({ httpAuth: deps.httpAuth, ...services }),
        );
        await deps.scheduler.scheduleTask({
          id: 'environments-prune',
          frequency: { hours: 6 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 2 },
          fn: async () => {
            const count = await store.prune(KEPT_MS);
            logger.info(`Forgot ${count} environments that are long gone`);
          },
        });

        lifecycle.addStartupHook(() => {
          reconciler.start();
          observer.start();
          drifts.start();
          uses.start();
        });
        // Before the server stops: it waits for open answers, and a stream has no end of its own.
        rootLifecycle.addBeforeShutdownHook(() => shutdown.abort());
        lifecycle.addShutdownHook(async () => {
          await Promise.all([
            reconciler.stop(),
            observer.stop(),
            drifts.stop(),
            uses.stop(),
          ]);
          await Promise.all([drivers.close(), registries.close()]);
        });
      },
    });
  },
});
