/**
 * The same plugin for the classic frontend system.
 *
 * @packageDocumentation
 */
import { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { WorkloadsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '@domaindeck/backstage-plugin-workloads-react';

export { workloadsTranslationRef } from './translation';

const tabRouteRef = createRouteRef({ id: 'workloads' });
const pageRouteRef = createRouteRef({ id: 'workloads.clusters' });

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
  ],
  routes: { entityContent: tabRouteRef, clusters: pageRouteRef },
});

/**
 * The Workloads tab, for an `EntityLayout.Route`.
 * @public
 */
export const EntityWorkloadsContent = workloadsPlugin.provide(
  createRoutableExtension({
    name: 'EntityWorkloadsContent',
    component: () =>
      import('./components/WorkloadsTab').then(m => m.WorkloadsTab),
    mountPoint: tabRouteRef,
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
 * Whether an entity has a Workloads tab, for the `if` of an `EntityLayout.Route`.
 * @public
 */
export function isWorkloadsAvailable(entity: Entity): boolean {
  return ['domain', 'system', 'component'].includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
