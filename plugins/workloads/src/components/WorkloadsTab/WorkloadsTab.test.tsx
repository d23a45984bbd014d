import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  cell,
  matrix,
  rowNames,
  showTab,
  workload,
  world,
} from './__testUtils__/showTab';

describe('WorkloadsTab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('counts, says and shows what is wrong', async () => {
    showTab();
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
    const { api, pass } = showTab();
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
        reason: 'Crashing, restarting',
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
      'gateway in production, Failing, Crashing, restarting, 2.15.0, 0 of 6 ready',
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
    const { api, pass } = showTab();
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
    const { api, pass } = showTab();
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
    const { api, pass } = showTab();
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

  it('shows each column as soon as its cluster answers', async () => {
    const { api, pass } = showTab({
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

  it('speaks Chinese', async () => {
    showTab({ language: 'zh' });
    expect(
      await screen.findByRole('heading', {
        name: '8 个服务·5 个环境·2 个需要处理',
      }),
    ).toBeVisible();
    expect(
      await cell('生产中的 pricing, 异常, 内存不足，反复重启, 5.2.1, 2/3 就绪'),
    ).toBeVisible();
  });

  it('names an environment by its cluster where nobody has said its tier', async () => {
    showTab({
      world: {
        environments: world.environments.map(environment =>
          environment.cluster === 'dev-1'
            ? { ...environment, tier: 'unknown' }
            : environment,
        ),
      },
    });
    expect(await cell(/^orders in dev-1, Running/)).toBeVisible();
  });
});
