import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClockProvider,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { HealthCard } from './HealthCard';
import { RecentChangesCard } from './RecentChangesCard';
import { UsageCard } from './UsageCard';

const START = '2026-11-23T14:09:00Z';
const TAB = '/catalog/default/domain/payments/workloads';
const world = paymentsWorld(Date.parse(START));
const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

function releaseOf(
  name: string,
  cluster: string,
  parts: Partial<Extract<Change, { type: 'release' }>>,
): Change {
  const environment = world.environments.find(e => e.cluster === cluster)!;
  return {
    id: `${name} ${cluster}`,
    type: 'release',
    form: 'image',
    at: '2026-11-23T13:20:00Z',
    environment: environment.ref,
    cluster,
    namespace: environment.namespace,
    tier: environment.tier,
    workload: `${environment.ref}/Deployment/${name}`,
    object: { kind: 'Deployment', name },
    outcome: 'succeeded',
    to: '1.0.0',
    images: [],
    ...parts,
  };
}

const changes: Change[] = [
  releaseOf('ledger', 'dev-1', {
    to: '1.10.0-rc.2',
    outcome: 'in-progress',
    at: '2026-11-23T14:07:00Z',
  }),
  releaseOf('risk', 'test-1', {
    to: '3.1.0-rc.2',
    outcome: 'failed',
    images: [{ container: 'risk', from: 'risk:3.0.0', to: 'risk:3.1.0-rc.2' }],
    who: 'user:default/dev-one',
  }),
  releaseOf('orders', 'prod-sh', { form: 'restart' }),
];

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

function show(
  card: JSX.Element,
  options: {
    api?: InMemoryWorkloadsApi;
    metrics?: InMemoryMetricsApi;
    language?: 'zh';
  } = {},
) {
  const { api = InMemoryWorkloadsApi.create({ ...world, changes }) } = options;
  const { metrics = new InMemoryMetricsApi(used) } = options;
  const clock = ManualClock.at(START);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>{card}</EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        [metricsApiRef, metrics],
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: options.language ?? 'en',
                  availableLanguages: ['en', 'zh'],
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    },
  );
  return { api, pass: (ms: number) => act(() => clock.advance(ms)) };
}

describe('the cards of the Overview tab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  describe('Health', () => {
    it('marks every service in every environment and says what is wrong', async () => {
      const { api, pass } = show(<HealthCard tabPath={TAB} />);
      const grid = await screen.findByRole('table', {
        name: 'Environments by service',
      });
      expect(within(grid).getAllByRole('rowheader')).toHaveLength(5);
      expect(
        within(grid)
          .getAllByRole('columnheader')
          .map(head => head.textContent),
      ).toEqual([
        '',
        'pricing',
        'risk',
        'gateway',
        'ledger',
        'notifier',
        'orders',
        'refunds',
        'settlement',
      ]);
      expect(
        within(grid).getByRole('link', {
          name: 'pricing in production, Failing',
        }),
      ).toHaveAttribute(
        'href',
        `${TAB}?open=prod-sh%2Fpayments-prod%2FDeployment%2Fpricing`,
      );
      expect(
        within(grid).getByRole('img', { name: 'refunds in partner, Not here' }),
      ).toBeVisible();
      expect(
        screen.getByRole('link', {
          name: /pricing in production: 1 of 3 pods keeps crashing/,
        }),
      ).toBeVisible();
      expect(screen.getByRole('link', { name: 'Workloads' })).toHaveAttribute(
        'href',
        TAB,
      );

      api.push({
        type: 'upsert',
        item: {
          ...world.workloads.find(
            w => w.id === 'prod-sh/payments-prod/Deployment/pricing',
          )!,
          health: 'healthy',
          problems: [],
        },
      });
      await pass(100);
      expect(
        await within(grid).findByRole('link', {
          name: 'pricing in production, Running',
        }),
      ).toBeVisible();
    });

    it('shows ten services, the worst first, and counts the rest', async () => {
      const many = Array.from({ length: 14 }, (_, i) => ({
        ...world.workloads[0],
        id: `dev-1/payments-dev/Deployment/extra-${i}`,
        name: `extra-${i}`,
        componentRef: undefined,
      }));
      show(<HealthCard tabPath={TAB} />, {
        api: InMemoryWorkloadsApi.create({
          ...world,
          workloads: [...world.workloads, ...many],
        }),
      });
      const heads = await screen.findAllByRole('columnheader');
      expect(heads.slice(1, 3).map(head => head.textContent)).toEqual([
        'pricing',
        'risk',
      ]);
      expect(heads).toHaveLength(11);
      expect(
        screen.getByText('and 12 more services, all running'),
      ).toBeVisible();
    });

    it('hatches what is silent and still answers for the rest', async () => {
      show(<HealthCard tabPath={TAB} />, {
        api: InMemoryWorkloadsApi.create({
          ...world,
          clusters: world.clusters.map(cluster =>
            cluster.name === 'partner-kl'
              ? { ...cluster, state: 'unreachable' }
              : cluster,
          ),
        }),
      });
      expect(
        await screen.findByRole('link', {
          name: 'gateway in partner, Last known state',
        }),
      ).toBeVisible();
      expect(
        screen.getByRole('button', { name: 'Live · 4 of 5 clusters' }),
      ).toBeVisible();
    });

    it('links to nothing where there is no tab', async () => {
      show(<HealthCard />);
      expect(
        await screen.findByRole('img', {
          name: 'gateway in production, Running',
        }),
      ).toBeVisible();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    });

    it('fails alone, says why, and tells nothing to who may see nothing', async () => {
      const api = InMemoryWorkloadsApi.create(world);
      api.fail('getWorkloads', new Error('connection reset'));
      const { pass } = show(<HealthCard tabPath={TAB} />, { api });
      const note = await screen.findByRole('note');
      expect(note).toHaveTextContent('The health cannot be read now');
      api.fail('getWorkloads', new NotFoundError('not found'));
      await userEvent.click(
        within(note).getByRole('button', { name: 'Try again' }),
      );
      await pass(10);
      expect(
        await screen.findByText('No environment is open to you here'),
      ).toBeVisible();
      expect(document.body).not.toHaveTextContent('pricing');
    });
  });

  describe('Recent changes', () => {
    it('says what was changed, how it went and when', async () => {
      show(<RecentChangesCard tabPath={TAB} />);
      const lines = await screen.findAllByRole('listitem');
      expect(lines.map(line => line.textContent)).toEqual([
        'ledger 1.10.0-rc.2 is rolling out in development2 min',
        'risk 3.1.0-rc.2 was released to testing and failed49 min',
        'orders was restarted in production49 min',
      ]);
      const risk = within(lines[1]).getByRole('link');
      expect(risk).toHaveAttribute(
        'href',
        `${TAB}?open=test-1%2Fpayments-test%2FDeployment%2Frisk`,
      );
      expect(risk.title).toContain('risk risk:3.0.0 → risk:3.1.0-rc.2');
      expect(risk.title).toContain('by user:default/dev-one');
      expect(screen.getByRole('link', { name: 'All' })).toHaveAttribute(
        'href',
        `${TAB}?changed=yesterday`,
      );
    });

    it('asks again while it is on the screen, and names clusters that do not answer', async () => {
      const { api, pass } = show(<RecentChangesCard tabPath={TAB} />);
      expect(await screen.findAllByRole('listitem')).toHaveLength(3);
      api.set({
        changes: [],
        clusters: world.clusters.map(cluster =>
          cluster.name === 'partner-kl'
            ? { ...cluster, state: 'unreachable' }
            : cluster,
        ),
      });
      await pass(31_000);
      expect(
        await screen.findByText(
          'Nothing was released or scaled as far as the clusters remember',
        ),
      ).toBeVisible();
      expect(
        screen.getByText('Without partner-kl, which does not answer'),
      ).toBeVisible();
    });

    it('fails alone, and reads again when told', async () => {
      const api = InMemoryWorkloadsApi.create({ ...world, changes });
      api.fail('getChanges', new Error('connection reset'));
      show(<RecentChangesCard tabPath={TAB} />, { api });
      const note = await screen.findByRole('note');
      expect(note).toHaveTextContent('The changes cannot be read now');
      api.mend('getChanges');
      await userEvent.click(
        within(note).getByRole('button', { name: 'Try again' }),
      );
      expect(await screen.findAllByRole('listitem')).toHaveLength(3);
    });

    it('speaks Chinese', async () => {
      show(<RecentChangesCard tabPath={TAB} />, { language: 'zh' });
      expect(
        await screen.findByText('在测试发布 3.1.0-rc.2 失败', { exact: false }),
      ).toBeVisible();
    });
  });

  describe('Usage', () => {
    const cells = (row: HTMLElement) =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent);

    it('adds up each environment beside what it asks for, and says what is nearly full', async () => {
      show(<UsageCard tabPath={TAB} />);
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
      show(<UsageCard />, {
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
      show(<UsageCard tabPath={TAB} />, { metrics });
      expect(
        await screen.findByText('No metrics here are open to you'),
      ).toBeVisible();
      expect(screen.queryByRole('table')).toBeNull();
    });

    it('says that nothing is measured, and that the portal does not answer', async () => {
      show(<UsageCard />, {
        metrics: new InMemoryMetricsApi({ ...used, usage: [], sources: [] }),
      });
      expect(
        await screen.findByText('Nothing is measured here yet'),
      ).toBeVisible();
      const broken = new InMemoryMetricsApi(used);
      broken.failure = new Error('connection lost');
      show(<UsageCard />, { metrics: broken });
      expect(
        await screen.findByText('What is used cannot be read now'),
      ).toBeVisible();
    });
  });
});
