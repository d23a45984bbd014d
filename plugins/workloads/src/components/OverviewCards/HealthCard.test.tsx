import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundError } from '@backstage/errors';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { showCard, TAB, world } from './__testUtils__/showCard';
import { HealthCard } from './HealthCard';

describe('HealthCard', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('marks every service in every environment and says what is wrong', async () => {
    const { api, pass } = showCard(<HealthCard tabPath={TAB} />);
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
    showCard(<HealthCard tabPath={TAB} />, {
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
    expect(screen.getByText('and 12 more services, all running')).toBeVisible();
  });

  it('hatches what is silent and still answers for the rest', async () => {
    showCard(<HealthCard tabPath={TAB} />, {
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
    showCard(<HealthCard />);
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
    const { pass } = showCard(<HealthCard tabPath={TAB} />, { api });
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
