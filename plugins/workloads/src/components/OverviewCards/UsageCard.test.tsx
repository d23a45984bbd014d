import { screen, within } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import { InMemoryMetricsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { showCard, TAB, world } from './__testUtils__/showCard';
import { UsageCard } from './UsageCard';

const MIB = 2 ** 20;
const placeOf = (cluster: string, namespace: string, name: string) => ({
  workload: `${cluster}/${namespace}/Deployment/${name}`,
  environment: `${cluster}/${namespace}`,
  cluster,
  namespace,
  object: { kind: 'Deployment', name },
  pods: 2,
});
const used = {
  environments: [],
  workloads: [],
  sources: [{ cluster: 'partner-kl', state: 'none' as const, reason: 'no' }],
  series: {},
  clusters: world.clusters,
  usage: [
    {
      ...placeOf('prod-sh', 'payments-prod', 'pricing'),
      cpu: { values: [0.3], now: 0.3, total: 0.8, totalRequest: 1.5 },
      memory: {
        values: [500 * MIB],
        now: 500 * MIB,
        limit: 512 * MIB,
        total: 1_400 * MIB,
        totalRequest: 1_152 * MIB,
      },
    },
    {
      ...placeOf('prod-sh', 'payments-prod', 'orders'),
      cpu: { values: [0.7], now: 0.7, total: 4.2, totalRequest: 4.8 },
    },
    {
      ...placeOf('dev-1', 'payments-dev', 'orders'),
      cpu: { values: [0.1], now: 0.1, total: 0.2 },
    },
  ],
};

describe('UsageCard', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map(cell => cell.textContent);

  it('adds up each environment beside what it asks for, and says what is nearly full', async () => {
    showCard(<UsageCard tabPath={TAB} />, {
      metrics: new InMemoryMetricsApi(used),
    });
    const table = await screen.findByRole('table', {
      name: 'CPU and memory now',
    });
    const [, dev, prod] = within(table).getAllByRole('row');
    expect(cells(dev)).toEqual(['0.2', '']);
    expect(cells(prod)).toEqual(['5 of 6.3', '1,400 of 1,152 MiB']);
    expect(within(prod).getByRole('link')).toHaveAttribute(
      'href',
      `${TAB}?env=prod-sh%2Fpayments-prod`,
    );
    expect(
      screen.getByRole('link', { name: /memory at 98% of its limit$/ }),
    ).toHaveAttribute(
      'href',
      `${TAB}?service=pricing&env=prod-sh%2Fpayments-prod`,
    );
    expect(
      screen.getByText('Without partner-kl: nothing is measured there'),
    ).toBeVisible();
  });

  it('tells of the one workload of each environment where there is but one', async () => {
    showCard(<UsageCard />, {
      metrics: new InMemoryMetricsApi({
        ...used,
        usage: [{ ...used.usage[0] }],
      }),
    });
    expect(
      await screen.findByRole('columnheader', {
        name: 'Memory of the fullest pod, 1 h',
      }),
    ).toBeVisible();
    const [, row] = screen.getAllByRole('row');
    expect(cells(row)).toEqual(['0.3', '500 MiB']);
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('tells no numbers to who may not read them', async () => {
    const metrics = new InMemoryMetricsApi(used);
    metrics.failure = new NotAllowedError('ask the owner');
    showCard(<UsageCard tabPath={TAB} />, { metrics });
    expect(
      await screen.findByText('No metrics here are open to you'),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that nothing is measured, and that the portal does not answer', async () => {
    showCard(<UsageCard />, {
      metrics: new InMemoryMetricsApi({ ...used, usage: [], sources: [] }),
    });
    expect(
      await screen.findByText('Nothing is measured here yet'),
    ).toBeVisible();
    const broken = new InMemoryMetricsApi(used);
    broken.failure = new Error('connection lost');
    showCard(<UsageCard />, { metrics: broken });
    expect(
      await screen.findByText('What is used cannot be read now'),
    ).toBeVisible();
  });
});
