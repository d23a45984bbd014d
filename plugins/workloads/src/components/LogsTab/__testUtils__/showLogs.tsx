import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  logsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryLogsApi,
  InMemoryMetrics,
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  logsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { TabPathsProvider } from '../../parts/TabPaths';
import { LogsTab } from '../LogsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

/** Nothing has a size without a layout, and a virtual list shows what fits. */
export function whenLaidOut(): void {
  beforeEach(() => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(2_000);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
  });
  afterEach(() => jest.restoreAllMocks());
}

export const NO_METRICS: InMemoryMetrics = {
  environments: [],
  workloads: [],
  sources: [],
  series: {},
};

/** Shows the tab of a domain. @returns the logs that it reads */
export function showLogs(
  query = '',
  change: (api: InMemoryLogsApi) => void = () => {},
  metrics: InMemoryMetrics = NO_METRICS,
): InMemoryLogsApi {
  const api = InMemoryLogsApi.create(logsWorld(Date.now()));
  change(api);
  renderInTestApp(
    <EntityProvider entity={entity}>
      <TabPathsProvider
        paths={{ metrics: '/metrics', workloads: '/workloads' }}
      >
        <LogsTab />
      </TabPathsProvider>
    </EntityProvider>,
    {
      apis: [
        [logsApiRef, api],
        [metricsApiRef, new InMemoryMetricsApi(metrics)],
        [workloadsApiRef, InMemoryWorkloadsApi.create()],
      ],
      initialRouteEntries: [`/${query}`],
    },
  );
  return api;
}

/** The list of lines, once it is there. */
export function lines(): Promise<HTMLElement> {
  return screen.findByRole('log', { name: 'Log lines' });
}

/** What was asked of a method, in order. */
export function requestsOf(api: InMemoryLogsApi, method: string): unknown[] {
  return api
    .asked()
    .flatMap(one => (one.method === method ? [one.request] : []));
}
