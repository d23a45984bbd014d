import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClockProvider,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  InMemoryWorld,
  ManualClock,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { WorkloadsTab } from './WorkloadsTab';

const START = '2026-11-23T14:09:00Z';
const world = paymentsWorld(Date.parse(START));
const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-platform' },
  ],
};

function Url() {
  const { search } = useLocation();
  return <output aria-label="url">{decodeURIComponent(search)}</output>;
}

function show(
  options: {
    world?: InMemoryWorld;
    url?: string;
    entity?: Entity;
    language?: 'zh';
    api?: InMemoryWorkloadsApi;
  } = {},
) {
  const { url = '/', entity = payments, language } = options;
  const api =
    options.api ?? InMemoryWorkloadsApi.create({ ...world, ...options.world });
  const clock = ManualClock.at(START);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={entity}>
        <WorkloadsTab />
        <Url />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
      initialRouteEntries: [url],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: {
        app: {
          baseUrl: 'http://localhost:3000',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: language ?? 'en',
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
  const pass = (ms: number) => act(() => clock.advance(ms));
  return { api, pass };
}

const matrix = () =>
  screen.findByRole('table', { name: 'Services by environment' });
const rowNames = async () =>
  within(await matrix())
    .getAllByRole('rowheader')
    .map(header => within(header).getByRole('link').textContent);
const url = () => screen.getByRole('status', { name: 'url' }).textContent;
const cell = (name: RegExp | string) => screen.findByRole('link', { name });
const workload = (id: string) => world.workloads.find(w => w.id === id)!;

describe('WorkloadsTab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('counts, says and shows what is wrong', async () => {
    show();
    expect(
      await screen.findByRole('heading', {
        name: '8 services·5 environments·2 need attention',
      }),
    ).toBeVisible();
    expect(await rowNames()).toEqual([
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
      await cell(
        'pricing in production, Failing, Out of memory, restarting, 5.2.1, 2 of 3 ready',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'refunds in partner, Not here' }),
    ).toBeVisible();
    const strip = screen.getByRole('list', { name: 'What needs attention' });
    expect(
      within(strip)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      expect.stringContaining('out of memory at its 512 MiB limit'),
      expect.stringContaining('image risk:3.1.0-rc.2 is not in the registry'),
    ]);
    expect(
      screen.getByRole('button', { name: 'Live · 5 of 5 clusters' }),
    ).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: /production reference/ }),
    ).toBeVisible();
  });

  it('follows a change within a moment, moves no row and leaves the focus where it is', async () => {
    const { api, pass } = show();
    const before = await rowNames();
    const gateway = await cell(/^gateway in production/);
    act(() => gateway.focus());

    const old = workload('prod-sh/payments-prod/Deployment/gateway');
    api.push({
      type: 'upsert',
      item: {
        ...old,
        version: '2.15.0',
        health: 'failed',
        replicas: { desired: 6, ready: 0, updated: 6, available: 0 },
        problems: [
          {
            code: 'crash-loop',
            message: '6 of 6 pods keep crashing',
            object: 'Pod/gateway-1',
          },
        ],
      },
    });
    await pass(100);

    const changed = await cell(
      'gateway in production, Failing, Keeps crashing, 2.15.0, 0 of 6 ready',
    );
    expect(changed).toHaveFocus();
    expect(await rowNames()).toEqual(before);
    expect(
      screen.getByRole('heading', { name: /3 need attention/ }),
    ).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: /Problems first/ }),
    );
    expect((await rowNames()).slice(0, 3)).toEqual([
      'gateway',
      'pricing',
      'risk',
    ]);
  });

  it('does not draw again what did not change', async () => {
    const { api, pass } = show();
    const untouched = await cell(/^orders in testing/);
    const html = untouched.outerHTML;
    let mutations = 0;
    const observer = new MutationObserver(list => {
      mutations += list.length;
    });
    observer.observe(untouched, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (let ready = 0; ready <= 2; ready++) {
      const old = workload('dev-1/payments-dev/Deployment/ledger');
      api.push({
        type: 'upsert',
        item: { ...old, replicas: { ...old.replicas, ready } },
      });
      await pass(100);
    }
    await cell(/^ledger in development.*2 of 3 ready/);
    observer.disconnect();
    expect(mutations).toBe(0);
    expect(untouched.outerHTML).toBe(html);
  });

  it('names a cluster that goes silent, keeps its values as last known, and recovers', async () => {
    const { api, pass } = show();
    await matrix();
    const partner = world.clusters[4];
    api.push({
      type: 'cluster',
      cluster: {
        ...partner,
        state: 'unreachable',
        asOf: '2026-11-23T14:02:00Z',
      },
    });
    await pass(100);
    expect(
      await cell('gateway in partner, Last known state, 2.13.2, 3 of 3 ready'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Clusters that do not answer' }),
    ).toHaveTextContent('partner-kl is silent since');
    expect(
      screen.getByRole('columnheader', { name: /partner-kl · last seen/ }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Live · 4 of 5 clusters' }),
    );
    const list = await screen.findByRole('dialog', { name: 'Clusters' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(list).toHaveTextContent('partner-kllast seen');
    await userEvent.keyboard('{Escape}');

    api.push({ type: 'cluster', cluster: partner });
    await pass(100);
    expect(await cell(/^gateway in partner, Running/)).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Clusters that do not answer' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the page when the portal does not answer and says when it asks next', async () => {
    const { api, pass } = show();
    await matrix();
    api.fail('streamWorkloads', new Error('connection reset'));
    await pass(10);
    const strip = await screen.findByRole('region', {
      name: 'Not live, retrying',
    });
    expect(strip).toHaveTextContent('Next try in');
    expect(await cell(/^pricing in production/)).toBeVisible();
    api.mend('streamWorkloads');
    await userEvent.click(
      within(strip).getByRole('button', { name: 'Try now' }),
    );
    await pass(1_100);
    expect(strip).not.toBeInTheDocument();
  });

  it('filters, and writes what it shows into the URL', async () => {
    show({ url: '/?from=now-1h' });
    await matrix();
    await userEvent.click(
      screen.getByRole('button', { name: 'Only problems 2' }),
    );
    expect(await rowNames()).toEqual(['pricing', 'risk']);
    await userEvent.keyboard('/');
    await userEvent.keyboard('ris');
    expect(await rowNames()).toEqual(['risk']);
    expect(url()).toBe('?from=now-1h&q=ris&problems=1');
    expect(
      screen.getByRole('heading', { name: /^1 of 8 services/ }),
    ).toBeVisible();

    await userEvent.keyboard('kk');
    expect(
      await screen.findByRole('heading', {
        name: 'No service matches “riskk”',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'risk' }));
    expect(await rowNames()).toEqual(['risk']);
    await userEvent.clear(screen.getByRole('searchbox'));
    expect(url()).toBe('?from=now-1h&problems=1');
  });

  it('compares with another environment when told', async () => {
    show();
    await matrix();
    expect(
      within(await cell(/^risk in testing/)).getByTitle(
        '1 ahead of the reference',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Options of testing' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemradio', {
        name: 'Compare versions with this environment',
      }),
    );
    await waitFor(() => expect(url()).toBe('?ref=test-1/payments-test'));
    expect(
      within(await cell(/^risk in production/)).getByTitle(
        '1 behind the reference',
      ),
    ).toBeVisible();
  });

  it('opens the panel from a cell, goes to the next problem and environment by key, and closes', async () => {
    show();
    await matrix();
    await userEvent.click(await cell(/^gateway in testing/));
    expect(url()).toBe('?open=test-1/payments-test/Deployment/gateway');
    const panel = await screen.findByRole('complementary');
    expect(
      within(panel).getByRole('heading', { name: 'gateway' }),
    ).toBeVisible();

    await userEvent.keyboard(']');
    expect(url()).toBe('?open=pre-1/payments-pre/Deployment/gateway');
    await userEvent.keyboard('[[');
    expect(url()).toBe('?open=test-1/payments-test/Deployment/gateway');
    await userEvent.keyboard('j');
    expect(url()).toBe('?open=prod-sh/payments-prod/Deployment/pricing');
    await userEvent.keyboard('k');
    expect(url()).toBe('?open=test-1/payments-test/Deployment/risk');
    await userEvent.keyboard('{Escape}');
    expect(url()).toBe('');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('is one tab stop in which arrows move', async () => {
    show();
    await matrix();
    const first = await cell(/^pricing in development/);
    act(() => first.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(await cell(/^pricing in testing/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    const risk = await cell(/^risk in testing/);
    expect(risk).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
    expect(risk).toHaveAttribute('tabindex', '0');
    await userEvent.keyboard('{Home}');
    expect(await screen.findByRole('link', { name: 'risk' })).toHaveFocus();

    await userEvent.keyboard('?');
    expect(
      await screen.findByRole('dialog', { name: 'Keyboard' }),
    ).toHaveTextContent('next and previous problem');
  });

  it('lists by group, sorted, with silent groups closed', async () => {
    show({
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

  it('draws only what is seen of a long list', async () => {
    const height = jest
      .spyOn(Element.prototype, 'clientHeight', 'get')
      .mockReturnValue(600);
    show({
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

  it('shows each column as soon as its cluster answers', async () => {
    const { api, pass } = show({
      world: {
        clusters: world.clusters.map((cluster, i) =>
          i === 0 ? cluster : { ...cluster, state: 'connecting' },
        ),
        workloads: world.workloads.filter(w => w.cluster === 'dev-1'),
      },
    });
    expect(await cell(/^pricing in development, Running/)).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'pricing in testing, Loading' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: '1 of 5 clusters so far' }),
    ).toBeVisible();
    api.push({
      type: 'upsert',
      item: workload('test-1/payments-test/Deployment/pricing'),
    });
    api.push({ type: 'cluster', cluster: world.clusters[1] });
    await pass(100);
    expect(await cell(/^pricing in testing, Running/)).toBeVisible();
    expect(
      screen.getByRole('group', { name: 'refunds in testing, Not here' }),
    ).toBeVisible();
  });

  it('tells nothing to who may see nothing, and whom to ask', async () => {
    const api = InMemoryWorkloadsApi.create(world);
    api.fail('getWorkloads', new NotFoundError('not found'));
    show({ api });
    const notice = await screen.findByRole('region', {
      name: 'Nothing to show for you here',
    });
    expect(
      within(notice).getByRole('link', { name: /payments-platform/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-platform');
    expect(document.body).not.toHaveTextContent('pricing');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says what to wait for where nothing was released', async () => {
    show({ world: { workloads: [] } });
    expect(
      await screen.findByRole('region', { name: 'Nothing runs here yet' }),
    ).toHaveTextContent('payments has 5 environments');
  });

  it('asks for nothing on behalf of a component without a system', async () => {
    const { api } = show({
      entity: {
        ...payments,
        kind: 'Component',
        metadata: { name: 'pricing', namespace: 'default' },
        relations: [],
      },
    });
    expect(
      await screen.findByRole('region', {
        name: 'This component belongs to no system',
      }),
    ).toHaveTextContent('system: <system>');
    expect(api.calls()).toEqual([]);
  });

  it('speaks Chinese', async () => {
    show({ language: 'zh' });
    expect(
      await screen.findByRole('heading', {
        name: '8 个服务·5 个环境·2 个需要处理',
      }),
    ).toBeVisible();
    expect(
      await cell(
        '生产 中的 pricing, 异常, 内存不足，反复重启, 5.2.1, 2/3 就绪',
      ),
    ).toBeVisible();
  });
});
