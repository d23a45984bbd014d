import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { AccessClient } from '@domaindeck/backstage-plugin-access-common';
import { endedRightsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from './accessApiRef';
import { endedRightsApi } from './endedRightsApi';
import { accessTabRouteRef } from './routes';

const accessApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: accessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AccessClient(deps),
    }),
});

const endedRights = ApiBlueprint.make({
  name: 'ended-rights',
  params: defineParams =>
    defineParams({
      api: endedRightsApiRef,
      deps: {},
      factory: () => endedRightsApi,
    }),
});

const accessTab = EntityContentBlueprint.make({
  params: {
    path: '/access',
    title: 'Access',
    routeRef: accessTabRouteRef,
    filter: { kind: 'domain' },
    loader: () => import('./components/AccessTab').then(m => <m.AccessTab />),
  },
});

const whoMayCard = EntityCardBlueprint.make({
  name: 'who-may',
  params: {
    filter: { kind: 'domain' },
    loader: () => import('./components/WhoMayCard').then(m => <m.WhoMayCard />),
  },
});

/**
 * The Access tab on the pages of domains, and the card that says on Overview who may do what.
 * @public
 */
export const accessPlugin = createFrontendPlugin({
  pluginId: 'access',
  title: 'Access',
  info: { packageJson: () => import('../package.json') },
  extensions: [accessApi, endedRights, accessTab, whoMayCard],
  routes: { entityContent: accessTabRouteRef },
});
