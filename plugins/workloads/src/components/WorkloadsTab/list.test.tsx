import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { InMemoryMetricsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { showTab, url, world } from './__testUtils__/showTab';

const MIB = 2 ** 20;

describe('the list of the Workloads tab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('lists by group, sorted, with silent groups closed', async () => {
    showTab({
      url: '/?view=list',
      world: {
        clusters: world.clusters.map(cluster =>
          cluster.name === 'partner-kl'
            ? { ...cluster, state: 'unreachable' }
            : cluster,
        ),
      },
    });
    const list = await screen.findByRole('table', { name: 'Workloads' });
    const lines = () =>
      within(list)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent);
    expect(lines()[0]).toMatch(/^productionprod-sh1 failing, 7 running/);
    expect(lines()[1]).toMatch(/^pricingOut of memory, restarting5.2.12\/36/);
    expect(lines()).toHaveLength(5 + 4 * 8);
    await userEvent.click(
      within(list).getByRole('button', { name: 'Show the group partner' }),
    );
    expect(lines()).toHaveLength(5 + 4 * 8 + 6);

    await userEvent.click(
      within(list).getByRole('button', { name: 'Version' }),
    );
    expect(url()).toBe('?view=list&sort=version');
    expect(lines()[1]).toMatch(/^orders/);
  });

  it('shows what each uses now beside what it asks for, by one question', async () => {
    const metrics = new InMemoryMetricsApi({
      environments: [],
      workloads: [],
      sources: [],
      series: {},
      usage: [
        {
          workload: 'prod-sh/payments-prod/Deployment/pricing',
          environment: 'prod-sh/payments-prod',
          cluster: 'prod-sh',
          namespace: 'payments-prod',
          object: { kind: 'Deployment', name: 'pricing' },
          pods: 3,
          cpu: { values: [0.2, null, 0.31], now: 0.31, request: 0.5 },
          memory: {
            values: [300 * MIB, 512 * MIB],
            now: 512 * MIB,
            pod: 'pricing-x2kqp',
            request: 384 * MIB,
            limit: 512 * MIB,
          },
        },
      ],
    });
    const asked = jest.spyOn(metrics, 'getMetricUsage');
    const { pass } = showTab({ url: '/?view=list', metrics });
    const list = within(
      await screen.findByRole('table', { name: 'Workloads' }),
    );
    expect(
      await list.findByRole('columnheader', { name: /^CPU cores, 1 h/ }),
    ).toBeVisible();
    const row = within(
      list.getByText('Out of memory, restarting').closest('tr')!,
    );
    expect(row.getByText('0.31')).toBeVisible();
    expect(row.getByText('0.31').parentElement).toHaveTextContent(
      /^0\.31 of 0\.5$/,
    );
    expect(row.getByText('512').parentElement).toHaveTextContent(
      /^512 of 384 MiB$/,
    );
    expect(row.getByTitle('pricing-x2kqp')).toBeVisible();
    // Of the other 37 rows nothing was measured.
    expect(list.queryAllByText(/^of [\d.]+/)).toHaveLength(2);
    expect(asked).toHaveBeenCalledTimes(1);
    await pass(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('has no columns for what may not be read', async () => {
    const metrics = new InMemoryMetricsApi({
      environments: [],
      workloads: [],
      sources: [],
      series: {},
    });
    metrics.failure = new NotAllowedError('no');
    showTab({ url: '/?view=list', metrics });
    const list = within(
      await screen.findByRole('table', { name: 'Workloads' }),
    );
    expect(list.getAllByRole('columnheader')).toHaveLength(6);
    expect(list.queryByText(/^CPU/)).toBeNull();
  });

  it('draws only what is seen of a long list', async () => {
    const height = jest
      .spyOn(Element.prototype, 'clientHeight', 'get')
      .mockReturnValue(600);
    showTab({
      url: '/?view=list&group=none',
      world: {
        components: [],
        workloads: Array.from({ length: 1000 }, (_, i) => ({
          ...world.workloads[0],
          id: `dev-1/payments-dev/Deployment/w-${i}`,
          name: `w-${i}`,
          componentRef: undefined,
        })),
      },
    });
    const list = await screen.findByRole('table', { name: 'Workloads' });
    expect(list).toHaveAttribute('aria-rowcount', '1001');
    await waitFor(() =>
      expect(within(list).getAllByRole('link').length).toBeGreaterThan(10),
    );
    expect(within(list).getAllByRole('link').length).toBeLessThan(60);
    height.mockRestore();
  });
});
