import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { metricsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetricsApi,
  metricsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { MetricsTab } from '../MetricsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};
const ORDERS = 'service=orders&env=prod-sh%2Fpayments-prod&compare=week';

function show(
  query: string,
  change: (api: InMemoryMetricsApi) => void = () => {},
) {
  const api = new InMemoryMetricsApi(metricsWorld(Date.now()));
  change(api);
  renderInTestApp(
    <EntityProvider entity={entity}>
      <MetricsTab />
    </EntityProvider>,
    { apis: [[metricsApiRef, api]], initialRouteEntries: [`/?${query}`] },
  );
  return api;
}

const card = async () =>
  within(await screen.findByRole('region', { name: 'Right size' }));

/** The card with its answers. */
async function sized() {
  await screen.findByRole('button', { name: 'Copy the values' });
  return card();
}

describe('the right size of a container', () => {
  it('says what is spare and what is not known, with what to set', async () => {
    const api = show(ORDERS);
    const cpu = within((await sized()).getByRole('region', { name: 'CPU' }));
    expect(cpu.getByText(/^wastes [\d.]+ cores$/)).toBeVisible();
    expect(
      cpu.getByText(
        /^A pod asks for 1 core and needs 0\.\d+ cores or less 95% of the time\.$/,
      ),
    ).toBeVisible();
    expect(cpu.getByText('p95 + 5%')).toBeVisible();
    const memory = within(
      (await card()).getByRole('region', { name: 'Memory' }),
    );
    expect(memory.getByText('needs 2 GiB more')).toBeVisible();
    expect(
      memory.getByText(
        /^It was killed at its limit \d times, so its real need is not known\. Give it 1,024 MiB first/,
      ),
    ).toBeVisible();
    expect((await card()).getByText(/8 pods$/)).toBeVisible();
    const asked = api.queries.filter(({ explain }) => explain);
    expect(asked.map(({ panel }) => panel).sort()).toEqual([
      'cpu',
      'memory',
      'restarts',
      'throttling',
    ]);
    expect(Date.parse(asked[0].to) - Date.parse(asked[0].from)).toBe(
      7 * 86_400_000,
    );
  });

  it('gives the values as a manifest has them, and the query to read', async () => {
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    show(ORDERS, api => {
      const ask = api.queryMetrics.bind(api);
      api.queryMetrics = async (ref, query) => ({
        ...(await ask(ref, query)),
        ...(query.explain && {
          queries: [{ cluster: 'prod-sh', text: `rate(${query.panel}[5m])` }],
        }),
      });
    });
    await user.click(
      (await sized()).getByRole('button', { name: 'Copy the values' }),
    );
    expect(copied.mock.lastCall?.[0]).toMatch(
      /^resources:\n {2}requests:\n {4}cpu: \d+m\n {4}memory: 768Mi\n {2}limits:\n/,
    );
    await user.click((await card()).getByRole('button', { name: 'The query' }));
    expect((await card()).getByText(/rate\(cpu\[5m\]\)/)).toBeVisible();
    expect((await card()).queryByText(/restarts/)).toBeNull();
  });

  it('is of one service in one environment, and says so', async () => {
    show('compare=week');
    expect(
      await (
        await card()
      ).findByText(/^Choose one service and one environment/),
    ).toBeVisible();
  });

  it('says that there is no answer', async () => {
    show(ORDERS, api => {
      const ask = api.queryMetrics.bind(api);
      api.queryMetrics = async (ref, query) => {
        if (query.explain) {
          throw new Error('the store is full');
        }
        return ask(ref, query);
      };
    });
    expect(await (await card()).findByText(/the store is full/)).toBeVisible();
  });
});
