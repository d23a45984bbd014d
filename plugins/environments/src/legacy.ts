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
import { EnvironmentsClient } from '@domaindeck/backstage-plugin-environments-common';
import { environmentsApiRef } from './environmentsApiRef';
import {
  logsRouteRef,
  metricsRouteRef,
  pageRouteRef,
  tabRouteRef,
  workloadsRouteRef,
} from './legacyRoutes';

export { environmentsTranslationRef } from './translation';

/**
 * The plugin of the classic frontend system.
 * @public
 */
export const environmentsPlugin = createPlugin({
  id: 'environments',
  apis: [
    createApiFactory({
      api: environmentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new EnvironmentsClient(deps),
    }),
  ],
  routes: { entityContent: tabRouteRef, myEnvironments: pageRouteRef },
  externalRoutes: {
    workloads: workloadsRouteRef,
    logs: logsRouteRef,
    metrics: metricsRouteRef,
  },
});

/**
 * The Environments tab, for an `EntityLayout.Route` of domains.
 * @public
 */
export const EntityEnvironmentsContent = environmentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityEnvironmentsContent',
    component: () =>
      import('./components/EnvironmentsTab').then(m => m.LegacyEnvironmentsTab),
    mountPoint: tabRouteRef,
  }),
);

/**
 * The reader's environments in a domain, for its Overview.
 * @public
 */
export const EntityMyEnvironmentsCard = environmentsPlugin.provide(
  createComponentExtension({
    name: 'EntityMyEnvironmentsCard',
    component: {
      lazy: () =>
        import('./components/MyEnvironmentsCard').then(
          m => m.LegacyMyEnvironmentsCard,
        ),
    },
  }),
);

/**
 * The page My environments, for a `Route` of the app at `/environments`.
 * @public
 */
export const MyEnvironmentsPage = environmentsPlugin.provide(
  createRoutableExtension({
    name: 'MyEnvironmentsPage',
    component: () =>
      import('./components/MyEnvironmentsPage').then(m => m.MyEnvironmentsPage),
    mountPoint: pageRouteRef,
  }),
);

/**
 * Whether an entity has an Environments tab, for the `if` of an `EntityLayout.Route`.
 * @public
 */
export function isEnvironmentsAvailable(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'domain';
}
