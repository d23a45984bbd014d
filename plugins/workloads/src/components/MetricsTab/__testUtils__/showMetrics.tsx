import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  browserClock,
  Clock,
  ClockProvider,
  EndedRightsApi,
  endedRightsApiRef,
  metricsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetrics,
  InMemoryMetricsApi,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { MetricsTab } from '../MetricsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

/** Where development is. */
export const dev = { cluster: 'dev-1', namespace: 'payments-dev' };
const prod = { cluster: 'prod-sh', namespace: 'payments-prod' };
const MIB = 2 ** 20;

/** What is measured of two services, unless told otherwise. */
export const world: InMemoryMetrics = {
  environments: [
    { ...dev, ref: 'dev-1/payments-dev', tier: 'development', readable: true },
    {
      ...prod,
      ref: 'prod-sh/payments-prod',
      tier: 'production',
      readable: true,
    },
  ],
  workloads: ['orders', 'pricing'],
  marks: [
    {
      id: 'release-1',
      type: 'release',
      at: new Date(Date.now() - 300_000).toISOString(),
      environment: 'dev-1/payments-dev',
      ...dev,
      workload: 'dev-1/payments-dev/Deployment/pricing',
      object: { kind: 'Deployment', name: 'pricing' },
      from: '5.2.0',
      to: '5.2.1',
      text: '5.2.0 to 5.2.1',
    },
  ],
  sources: [
    { cluster: 'dev-1', state: 'sampled', name: 'metrics.k8s.io' },
    { cluster: 'prod-sh', state: 'failing', reason: 'it does not answer' },
  ],
  series: {
    cpu: [
      { ...dev, pod: 'pricing-x2x2x', measure: 'usage', value: 0.25 },
      { ...dev, pod: 'pricing-x2x2x', measure: 'request', value: 0.5 },
    ],
    memory: [
      { ...dev, pod: 'pricing-x2x2x', measure: 'usage', value: 300 * MIB },
      { ...prod, pod: 'orders-4xk2p', measure: 'usage', value: 200 * MIB },
    ],
  },
};

/** Shows the tab of a domain. @returns the metrics that it reads */
export function showMetrics(
  query = '',
  change: (api: InMemoryMetricsApi) => void = () => {},
  clock: Clock = browserClock,
  endedRights?: EndedRightsApi,
) {
  const api = new InMemoryMetricsApi(world);
  change(api);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={entity}>
        <MetricsTab />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [metricsApiRef, api],
        ...(endedRights ? [[endedRightsApiRef, endedRights] as const] : []),
      ],
      initialRouteEntries: [`/${query}`],
    },
  );
  return api;
}

/** What a panel shows, once it is there. */
export const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));
