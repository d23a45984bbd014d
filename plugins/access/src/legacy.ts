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
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { AccessClient } from '@domaindeck/backstage-plugin-access-common';
import { endedRightsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from './accessApiRef';
import { endedRightsApi } from './endedRightsApi';

export { accessTranslationRef } from './translation';

const tabRouteRef = createRouteRef({ id: 'access' });

/**
 * The plugin of the classic frontend system.
 * @public
 */
export const accessPlugin = createPlugin({
  id: 'access',
  apis: [
    createApiFactory({
      api: accessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AccessClient(deps),
    }),
    createApiFactory(endedRightsApiRef, endedRightsApi),
  ],
  routes: { entityContent: tabRouteRef },
});

/**
 * The Access tab, for an `EntityLayout.Route` of domains.
 * @public
 */
export const EntityAccessContent = accessPlugin.provide(
  createRoutableExtension({
    name: 'EntityAccessContent',
    component: () => import('./components/AccessTab').then(m => m.AccessTab),
    mountPoint: tabRouteRef,
  }),
);

/**
 * The card that says who may do what, for the overview of a domain.
 * @public
 */
export const EntityWhoMayCard = accessPlugin.provide(
  createComponentExtension({
    name: 'EntityWhoMayCard',
    component: {
      lazy: () => import('./components/WhoMayCard').then(m => m.WhoMayCard),
    },
  }),
);

/**
 * Whether an entity has an Access tab, for the `if` of an `EntityLayout.Route`.
 * @public
 */
export function isAccessAvailable(entity: Entity): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === 'domain';
}
