import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ENVIRONMENTS_TOPIC } from '@domaindeck/backstage-plugin-environments-common';
import {
  ClusterRegistry,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterEntityProvider } from './clusters/ClusterEntityProvider';
import { BackendEnvironmentSource } from './environments/BackendEnvironmentSource';
import { EnvironmentDomainProcessor } from './environments/EnvironmentDomainProcessor';
import { EnvironmentEntityProvider } from './environments/EnvironmentEntityProvider';

/**
 * Puts clusters and environments into the catalog and keeps them as they are. Reads `kubernetes:` and `workloads:` and
 * asks the `environments` and `workloads` backends.
 * @public
 */
export const catalogModuleEnvironments = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'environments',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ catalog, config, events, lifecycle, ...deps }) {
        const environments = EnvironmentEntityProvider.create({
          ...deps,
          source: BackendEnvironmentSource.create({ ...deps, fetch }),
          portalUrl: config.getString('app.baseUrl'),
          clock: systemClock,
        });
        catalog.addEntityProvider(
          ClusterEntityProvider.create(ClusterRegistry.fromConfig(config)),
          environments,
        );
        catalog.addProcessor(EnvironmentDomainProcessor.create());
        await events.subscribe({
          id: 'catalog-environments',
          topics: [ENVIRONMENTS_TOPIC],
          onEvent: async () => environments.refresh(),
        });
        lifecycle.addShutdownHook(() => environments.stop());
      },
    });
  },
});
