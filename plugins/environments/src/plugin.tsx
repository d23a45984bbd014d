import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { EnvironmentsClient } from '@domaindeck/backstage-plugin-environments-common';
import { Glyph } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from './environmentsApiRef';
import {
  environmentsTabRouteRef,
  logsTabRouteRef,
  metricsTabRouteRef,
  myEnvironmentsRouteRef,
  workloadsTabRouteRef,
} from './routes';

const environmentsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: environmentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new EnvironmentsClient(deps),
    }),
});

const environmentsTab = EntityContentBlueprint.make({
  params: {
    path: '/environments',
    title: 'Environments',
    routeRef: environmentsTabRouteRef,
    filter: { kind: 'domain' },
    loader: () =>
      Promise.all([
        import('./components/EnvironmentsTab'),
        import('./components/parts/TabPaths'),
      ]).then(([{ EnvironmentsTab }, { TabPaths }]) => (
        <TabPaths>
          <EnvironmentsTab />
        </TabPaths>
      )),
  },
});

const myEnvironmentsCard = EntityCardBlueprint.make({
  name: 'my-environments',
  params: {
    type: 'content',
    filter: { kind: 'domain' },
    loader: () =>
      import('./components/MyEnvironmentsCard').then(m => (
        <m.TabPath>
          {tabPath => <m.MyEnvironmentsCard tabPath={tabPath} />}
        </m.TabPath>
      )),
  },
});

const myEnvironmentsPage = PageBlueprint.make({
  params: {
    path: '/environments',
    // For the sidebar, where there is room for one word; the page itself says whose they are.
    title: 'Environments',
    icon: <Glyph name="layers" size={24} />,
    routeRef: myEnvironmentsRouteRef,
    // The page has a header of its own.
    noHeader: true,
    loader: () =>
      import('./components/MyEnvironmentsPage').then(m => (
        <m.MyEnvironmentsPage />
      )),
  },
});

/**
 * The Environments tab and the card on the pages of domains, and the page My environments.
 * @public
 */
export const environmentsPlugin = createFrontendPlugin({
  pluginId: 'environments',
  title: 'Environments',
  info: { packageJson: () => import('../package.json') },
  extensions: [
    environmentsApi,
    environmentsTab,
    myEnvironmentsCard,
    myEnvironmentsPage,
  ],
  routes: {
    entityContent: environmentsTabRouteRef,
    myEnvironments: myEnvironmentsRouteRef,
  },
  externalRoutes: {
    workloads: workloadsTabRouteRef,
    logs: logsTabRouteRef,
    metrics: metricsTabRouteRef,
  },
});
