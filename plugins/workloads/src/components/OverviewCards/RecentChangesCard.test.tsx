import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { showCard, TAB, world } from './__testUtils__/showCard';
import { RecentChangesCard } from './RecentChangesCard';

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

function show(language?: 'zh') {
  const api = InMemoryWorkloadsApi.create({ ...world, changes });
  return showCard(<RecentChangesCard tabPath={TAB} />, { api, language });
}

describe('RecentChangesCard', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says what was changed, how it went and when', async () => {
    show();
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
    const { api, pass } = show();
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
    showCard(<RecentChangesCard tabPath={TAB} />, { api });
    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent('The changes cannot be read now');
    api.mend('getChanges');
    await userEvent.click(
      within(note).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findAllByRole('listitem')).toHaveLength(3);
  });

  it('speaks Chinese', async () => {
    show('zh');
    expect(
      await screen.findByText('在测试发布 3.1.0-rc.2 失败', { exact: false }),
    ).toBeVisible();
  });
});
