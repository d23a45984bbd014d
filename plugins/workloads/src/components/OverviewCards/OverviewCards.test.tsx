import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClockProvider,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { HealthCard } from './HealthCard';
import { RecentChangesCard } from './RecentChangesCard';

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

function show(
  card: JSX.Element,
  options: { api?: InMemoryWorkloadsApi; language?: 'zh' } = {},
) {
  const { api = InMemoryWorkloadsApi.create({ ...world, changes }) } = options;
  const clock = ManualClock.at(START);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>{card}</EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
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
});
