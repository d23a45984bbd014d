import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { paymentsEnvironments } from '../../testUtils';
import { openTab, START, urlOf } from '../__testUtils__/showTab';
import { names, row, table } from './__testUtils__/readList';

/** Shows a page that is already open as hidden or shown. */
function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: hidden,
  });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('EnvironmentList', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());
  afterEach(() => hide(false));

  it('shows name, state, life left, services, cost and address, one’s own first', async () => {
    await openTab();
    expect(await names()).toEqual([
      'fare-rules',
      'refund-retry',
      'checkout-e2e',
      'ledger-v2',
      'orders-load',
      'partner-audit',
    ]);
    expect(
      screen.getByRole('heading', {
        name: '6 self-service environments·2 are yours·1 cannot start',
      }),
    ).toBeVisible();
    const own = await row('fare-rules');
    expect(own).toHaveTextContent('Ready');
    expect(own).toHaveTextContent('ends in 3 h');
    expect(own).toHaveTextContent('4 own · 4 shared');
    expect(own).toHaveTextContent('both changed 1, baseline moved in 1');
    expect(
      within(own).getByRole('link', { name: 'gateway-fare-rules.dev.example' }),
    ).toHaveAttribute('href', 'https://gateway-fare-rules.dev.example');
    expect(await row('refund-retry')).toHaveTextContent(
      'Cannot startrefunds 4.5.0-b2 not found',
    );
    expect(await row('checkout-e2e')).toHaveTextContent(
      'Ready, 1 of 5 degraded',
    );
    expect(await row('checkout-e2e')).toHaveTextContent('ends in 45 min');
    expect(await row('ledger-v2')).toHaveTextContent(
      'Being createdorders: started, not answering yet',
    );
    expect(await row('orders-load')).toHaveTextContent('opens once awake');
    expect(await row('partner-audit')).toHaveTextContent('pinned');
    expect(screen.getByRole('group', { name: 'Quota' })).toHaveTextContent(
      'You: 2 of 3payments: 8 of 20',
    );
    expect(screen.getByText('¥71 a day in all')).toBeVisible();
  });

  it('shows how the baselines fare, without anything that could change them', async () => {
    await openTab();
    const strip = await screen.findByRole('region', { name: 'Baselines' });
    expect(within(strip).queryAllByRole('button')).toEqual([]);
    expect(
      within(strip).getByRole('link', { name: 'Workloads of development' }),
    ).toHaveAttribute('href', '/workloads?env=dev-1%2Fpayments-dev');
    expect(strip).toHaveTextContent('1 rolling out');
    expect(strip).toHaveTextContent('1 failing');
  });

  it('follows what happens by one stream, none while the page is hidden', async () => {
    const { api, pass } = await openTab();
    await table();
    expect(api.openStreams()).toBe(1);
    act(() => api.put('e-ledger-v2', { state: 'ready', progress: undefined }));
    await pass(100);
    expect(await row('ledger-v2')).toHaveTextContent('Ready');

    hide(true);
    await pass(5_100);
    expect(api.openStreams()).toBe(0);
    act(() => api.put('e-ledger-v2', { name: 'ledger-v3' }));
    hide(false);
    await pass(100);
    expect(await row('ledger-v3')).toBeVisible();
    expect(api.openStreams()).toBe(1);
  });

  it('lets what is gone go, and keeps what it knows through a break', async () => {
    const { api, pass } = await openTab();
    await table();
    act(() => api.fail('watch', new Error('socket closed')));
    await pass(100);
    expect(await screen.findByText(/No connection, next try in/)).toBeVisible();
    expect(await names()).toHaveLength(6);
    api.world.environments = api.world.environments.slice(1);
    api.mend('watch');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await pass(100);
    await waitFor(async () => expect(await names()).toHaveLength(5));
  });

  it('hatches rows of a silent cluster, names it, and refuses to act there', async () => {
    const { api, pass } = await openTab();
    await table();
    act(() =>
      api.put('e-fare-rules', {
        clusterSilent: true,
        asOf: '2026-11-24T14:02:00Z',
      }),
    );
    await pass(100);
    expect(await row('fare-rules')).toHaveTextContent('last known 14:02');
    expect(
      screen.getByRole('region', { name: 'Clusters that do not answer' }),
    ).toHaveTextContent('dev-1 is silent since 14:02');
    await userEvent.click(
      screen.getByRole('button', { name: 'Actions for fare-rules' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: /^Sleep/ }),
    ).toHaveTextContent('dev-1 does not answer');
  });

  it('searches and filters in the URL, and says when nothing is left', async () => {
    await openTab({ url: '/?service=ledger' });
    expect(await names()).toEqual(['checkout-e2e', 'ledger-v2', 'orders-load']);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Name, service, person' }),
      'tester-six',
    );
    expect(urlOf()).toBe('/?q=tester-six&service=ledger');
    expect(await screen.findByText('No environment matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await names()).toHaveLength(6);
    expect(urlOf()).toBe('/');
    await userEvent.click(screen.getByRole('radio', { name: /My/ }));
    expect(await names()).toEqual(['fare-rules', 'refund-retry']);
    expect(urlOf()).toBe('/?mine=');
  });

  it('says who holds the rest, and how many the reader may not see', async () => {
    await openTab();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Who holds the rest' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('row', { name: /partner-audit/ }),
    ).toHaveTextContent('tester-six');
    expect(dialog).toHaveTextContent('and 2 more that you may not see');
  });

  it('says for how many the cluster has room, and nothing of what is not known', async () => {
    const shown = await openTab({});
    await shown.pass(100);
    const quota = await screen.findByRole('group', { name: 'Quota' });
    expect(quota).toHaveTextContent('dev-1 has room for 4 M');
    shown.unmount();
    const full = await openTab({
      world: {
        sizes: [
          { ...paymentsEnvironments(Date.parse(START)).sizes[1], room: 0 },
        ],
      },
    });
    await full.pass(100);
    expect(
      await screen.findByRole('group', { name: 'Quota' }),
    ).toHaveTextContent('dev-1 has no room for another M');
    full.unmount();
    const unknown = await openTab({ world: { clusterUse: undefined } });
    await unknown.pass(100);
    expect(
      await screen.findByRole('group', { name: 'Quota' }),
    ).not.toHaveTextContent('room');
  });

  it('keeps the list when limits or baselines cannot be read', async () => {
    const workloads = InMemoryWorkloadsApi.create();
    workloads.fail('getWorkloads', new Error('no workloads'));
    await openTab({
      workloads,
      prepare: api => api.fail('getOptions', new Error('no limits')),
    });
    await table();
    expect(await screen.findByText('no limits')).toBeVisible();
    expect(await screen.findByText('no workloads')).toBeVisible();
  });

  it('speaks Chinese', async () => {
    await openTab({ language: 'zh' });
    expect(
      await screen.findByRole('heading', {
        name: '6 个自助环境·2 个是您的·1 个无法启动',
      }),
    ).toBeVisible();
    expect(await row('fare-rules')).toHaveTextContent('3 小时后到期');
    expect(await row('fare-rules')).toHaveTextContent('4 个自有 · 4 个共用');
  });

  it('asks for the guards of clusters for nobody but operators', async () => {
    const shown = await openTab();
    expect(
      await screen.findByRole('table', { name: 'Environments' }),
    ).toBeVisible();
    expect(shown.api.calls('getGuards')).toEqual([]);
  });
});
