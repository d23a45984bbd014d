/**
 * The same plugin for the classic frontend system.
 *
 * @packageDocumentation
 */
import { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  LogsClient,
  MetricsClient,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  logsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  logsRouteRef,
  metricsRouteRef,
  pageRouteRef,
  tabRouteRef,
} from './legacyRoutes';
import { underPermissions } from './components/parts/underPermissions';

export { workloadsTranslationRef } from './translation';

/**
 * The plugin of the classic frontend system.
 * @public
 */
export const workloadsPlugin = createPlugin({
  id: 'workloads',
  apis: [
    createApiFactory({
      api: workloadsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new WorkloadsClient(deps),
    }),
    createApiFactory({
      api: logsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LogsClient(deps),
    }),
    createApiFactory({
      api: metricsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MetricsClient(deps),
    }),
  ],
  routes: {
    entityContent: tabRouteRef,
    logs: logsRouteRef,
    metrics: metricsRouteRef,
    clusters: pageRouteRef,
  },
});

/**
 * The Workloads tab, for an `EntityLayout.Route`.
 * @public
 */
export const EntityWorkloadsContent = workloadsPlugin.provide(
  createRoutableExtension({
    name: 'EntityWorkloadsContent',
    component: () =>
      import('./components/WorkloadsTab').then(m =>
        underPermissions(m.LegacyWorkloadsTab),
      ),
    mountPoint: tabRouteRef,
  }),
);

/**
 * The Logs tab, for an `EntityLayout.Route`.
 * @public
 */
export const EntityLogsContent = workloadsPlugin.provide(
  createRoutableExtension({
    name: 'EntityLogsContent',
    component: () =>
      import('./components/LogsTab').then(m =>
        underPermissions(m.LegacyLogsTab),
      ),
    mountPoint: logsRouteRef,
  }),
);

/**
 * The Metrics tab, for an `EntityLayout.Route`.
 * @public
 */
export const EntityMetricsContent = workloadsPlugin.provide(
  createRoutableExtension({
    name: 'EntityMetricsContent',
    component: () =>
      import('./components/MetricsTab').then(m =>
        underPermissions(m.LegacyMetricsTab),
      ),
    mountPoint: metricsRouteRef,
  }),
);

/**
 * The health of a domain, system or component in every environment, for its Overview.
 * @public
 */
export const EntityHealthCard = workloadsPlugin.provide(
  createComponentExtension({
    name: 'EntityHealthCard',
    component: {
      lazy: () =>
        import('./components/OverviewCards').then(m => m.LegacyHealthCard),
    },
  }),
);

/**
 * What was last released and scaled in a domain, system or component, for its Overview.
 * @public
 */
export const EntityRecentChangesCard = workloadsPlugin.provide(
  createComponentExtension({
    name: 'EntityRecentChangesCard',
    component: {
      lazy: () =>
        import('./components/OverviewCards').then(
          m => m.LegacyRecentChangesCard,
        ),
    },
  }),
);

/**
 * What a domain, system or component uses now in every environment, for its Overview.
 * @public
 */
export const EntityUsageCard = workloadsPlugin.provide(
  createComponentExtension({
    name: 'EntityUsageCard',
    component: {
      lazy: () =>
        import('./components/OverviewCards').then(m => m.LegacyUsageCard),
    },
  }),
);

/**
 * The Clusters page, for a `Route` of the app. Put it in a `RequirePermission` of `clusterInspectPermission`.
 * @public
 */
export const ClustersPage = workloadsPlugin.provide(
  createRoutableExtension({
    name: 'ClustersPage',
    component: () =>
      import('./components/ClustersPage').then(m => m.ClustersPage),
    mountPoint: pageRouteRef,
  }),
);

/**
 * Whether an entity has a Workloads and a Logs tab, for the `if` of an `EntityLayout.Route`.
 * @public
 */
export function isWorkloadsAvailable(entity: Entity): boolean {
  return ['domain', 'system', 'component'].includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
