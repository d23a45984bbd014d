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
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  logsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { logsRouteRef, pageRouteRef, tabRouteRef } from './legacyRoutes';
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
  ],
  routes: {
    entityContent: tabRouteRef,
    logs: logsRouteRef,
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
      import('./components/LogsTab').then(m => underPermissions(m.LogsTab)),
    mountPoint: logsRouteRef,
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
