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
import {
  clusterInspectPermission,
  LogsClient,
  MetricsClient,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Glyph,
  logsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { TabPaths } from './components/parts/TabPaths';
import { underPermissions } from './components/parts/underPermissions';
import {
  clustersRouteRef,
  logsTabRouteRef,
  metricsTabRouteRef,
  workloadsTabRouteRef,
} from './routes';

const workloadsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: workloadsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new WorkloadsClient(deps),
    }),
});

const logsApi = ApiBlueprint.make({
  name: 'logs',
  params: defineParams =>
    defineParams({
      api: logsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LogsClient(deps),
    }),
});

const metricsApi = ApiBlueprint.make({
  name: 'metrics',
  params: defineParams =>
    defineParams({
      api: metricsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MetricsClient(deps),
    }),
});

const workloadsTab = EntityContentBlueprint.make({
  params: {
    path: '/workloads',
    title: 'Workloads',
    routeRef: workloadsTabRouteRef,
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/WorkloadsTab').then(m => {
        const Tab = underPermissions(m.WorkloadsTab);
        return (
          <TabPaths>
            <Tab />
          </TabPaths>
        );
      }),
  },
});

const logsTab = EntityContentBlueprint.make({
  name: 'logs',
  params: {
    path: '/logs',
    title: 'Logs',
    routeRef: logsTabRouteRef,
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/LogsTab').then(m => {
        const Tab = underPermissions(m.LogsTab);
        return (
          <TabPaths>
            <Tab />
          </TabPaths>
        );
      }),
  },
});

const metricsTab = EntityContentBlueprint.make({
  name: 'metrics',
  params: {
    path: '/metrics',
    title: 'Metrics',
    routeRef: metricsTabRouteRef,
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/MetricsTab').then(m => {
        const Tab = underPermissions(m.MetricsTab);
        return (
          <TabPaths>
            <Tab />
          </TabPaths>
        );
      }),
  },
});

const healthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'content',
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/OverviewCards').then(m => (
        <m.TabPath>{tabPath => <m.HealthCard tabPath={tabPath} />}</m.TabPath>
      )),
  },
});

const recentChangesCard = EntityCardBlueprint.make({
  name: 'recent-changes',
  params: {
    type: 'content',
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/OverviewCards').then(m => (
        <m.TabPath>
          {tabPath => <m.RecentChangesCard tabPath={tabPath} />}
        </m.TabPath>
      )),
  },
});

const usageCard = EntityCardBlueprint.make({
  name: 'usage',
  params: {
    type: 'content',
    filter: { kind: { $in: ['domain', 'system', 'component'] } },
    loader: () =>
      import('./components/OverviewCards').then(m => (
        <m.TabPath routeRef={metricsTabRouteRef}>
          {tabPath => <m.UsageCard tabPath={tabPath} />}
        </m.TabPath>
      )),
  },
});

const clustersPage = PageBlueprint.make({
  // Evaluated once, when the app starts: who gains the right later sees the page after a reload.
  if: {
    permissions: {
      $contains: `${clusterInspectPermission.name}#${clusterInspectPermission.attributes.action}`,
    },
  },
  params: {
    path: '/clusters',
    title: 'Clusters',
    icon: <Glyph name="cluster" size={24} />,
    routeRef: clustersRouteRef,
    // The page has a header of its own, with figures in it.
    noHeader: true,
    loader: () =>
      import('./components/ClustersPage').then(m => <m.ClustersPage />),
  },
});

/**
 * The Workloads, Logs and Metrics tabs and three cards of the Overview tab on the pages of domains, systems and components, and the Clusters
 * page of operators.
 * @public
 */
export const workloadsPlugin = createFrontendPlugin({
  pluginId: 'workloads',
  title: 'Workloads',
  info: { packageJson: () => import('../package.json') },
  extensions: [
    workloadsApi,
    logsApi,
    metricsApi,
    workloadsTab,
    logsTab,
    metricsTab,
    healthCard,
    recentChangesCard,
    usageCard,
    clustersPage,
  ],
  routes: {
    clusters: clustersRouteRef,
    entityContent: workloadsTabRouteRef,
    logs: logsTabRouteRef,
    metrics: metricsTabRouteRef,
  },
});
