import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ACCESS_CHANGED,
  AccessConfig,
  CatalogOrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import { ClusterRegistry } from '@domaindeck/backstage-plugin-workloads-node';
import { assembleServices } from './assembleServices';
import { reportUnknownSubjects } from './config/reportUnknownSubjects';
import { readAccessOptions } from './config/readAccessOptions';
import { createRouter } from './http/createRouter';
import { accessResourceRef } from './permissions/accessResource';
import { registerPermissions } from './permissions/registerPermissions';
import { WorkloadsEnvironmentSource } from './scope/WorkloadsEnvironmentSource';
import { DatabaseAccessStore } from './store/DatabaseAccessStore';

/**
 * Who may do what and why: grants, their explanation, and the record of what was done.
 * @public
 */
export const accessPlugin = createBackendPlugin({
  pluginId: 'access',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, discovery, events, logger, permissionsRegistry } = deps;
        const options = readAccessOptions(deps.config);
        const clusters = ClusterRegistry.fromConfig(deps.config).list();
        const tell = () =>
          events.publish({ topic: ACCESS_CHANGED, eventPayload: {} });
        const config = AccessConfig.fromConfig(deps.config, clusters, error =>
          logger.error(
            'A change of the config is wrong; the roles and grants from before stay in force',
            error instanceof Error ? error : undefined,
          ),
        );
        config.onChange(() => {
          tell().catch(error => logger.warn('Nobody could be told', error));
        });
        if (!options.permissionsEnabled) {
          logger.warn(
            `permission.enabled is not true: nobody is held to any right, and grants ${
              options.changesAllowed
                ? 'can be changed by everybody who is signed in'
                : 'cannot be changed'
            }`,
          );
        }
        const now = () => new Date();
        const store = await DatabaseAccessStore.create({ ...deps, now });
        const organisation = CatalogOrganisationSource.create({
          ...deps,
          now: Date.now,
          people: true,
        });
        await events.subscribe({
          id: 'access-organisation',
          topics: [ACCESS_CHANGED],
          onEvent: async () => organisation.invalidate(),
        });
        const { findResource, ...services } = assembleServices({
          ...deps,
          rulesetOf: verb =>
            permissionsRegistry.getPermissionRuleset(accessResourceRef(verb)),
          config,
          options,
          clusters,
          store,
          organisation,
          environments: WorkloadsEnvironmentSource.create({
            auth,
            discovery,
            fetch,
          }),
          onChange: tell,
          now,
        });
        registerPermissions(permissionsRegistry, findResource);
        deps.httpRouter.use(
          await createRouter({ httpAuth: deps.httpAuth, ...services }),
        );
        await deps.scheduler.scheduleTask({
          id: 'access-prune-record',
          frequency: { hours: 6 },
          timeout: { minutes: 10 },
          initialDelay: { minutes: 1 },
          fn: async () => {
            const before = new Date(now().getTime() - options.retention);
            const count = await store.prune(before);
            logger.info(`Deleted ${count} entries of the record`);
          },
        });
        await deps.scheduler.scheduleTask({
          id: 'access-check-subjects',
          scope: 'local',
          frequency: { hours: 1 },
          timeout: { minutes: 1 },
          // The catalog has read its locations by then.
          initialDelay: { minutes: 2 },
          fn: async () => reportUnknownSubjects(config, organisation, logger),
        });
      },
    });
  },
});
