import { CollectedLogs } from '../clusters/CollectedLogs';
import { seriousFindings } from '../browser/seriousFindings';
import { DemoClusters } from '../clusters/DemoClusters';
import { release } from '../clusters/release';
import { accessTo } from '../clusters/TestClusters';
import { LogsTab } from '../pages/LogsTab';
import { WorkloadsTab } from '../pages/WorkloadsTab';
import { PortalProcess } from '../portal/PortalProcess';
import { Visit } from './Visit';

/** A rollout waits for its pods to be ready one by one. */
const ROLLOUT_LIMIT_MS = 120_000;

/** Where it can be built the history of one cluster is in a real Loki, else in the demo's own store. */
const hasLoki = process.env.DOMAINDECK_LOKI === '1';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

describeJourney('logs in the portal', () => {
  let clusters: DemoClusters;
  let collected: CollectedLogs | undefined;
  let portal: PortalProcess;

  // The first start may have to build Loki.
  beforeAll(async () => {
    clusters = await DemoClusters.start();
    if (hasLoki) {
      const dev = accessTo(clusters, 'dev-1');
      collected = await CollectedLogs.start(dev, 'payments-dev');
    }
    portal = await PortalProcess.start(
      clusters.clusters,
      collected && { 'dev-1': collected.config },
    );
  }, 1_200_000);

  afterAll(async () => {
    await portal?.stop();
    await collected?.stop();
    await clusters?.stop();
  }, 60_000);

  async function visit(
    person: string,
    path: string,
    act: (visit: Visit, tab: LogsTab) => Promise<void>,
  ): Promise<void> {
    const visitor = await Visit.start(portal, person, { path });
    try {
      await act(visitor, new LogsTab(visitor.page));
      expect(visitor.errors).toEqual([]);
    } catch (error) {
      await visitor.screenshot('logs-broken');
      throw error;
    } finally {
      await visitor.close();
    }
  }

  it("follows a rollout's log over two clusters, filtered on the server", async () => {
    const path = LogsTab.path(
      'domain',
      'payments',
      '?service=orders&env=dev-1/payments-dev&env=test-1/payments-test',
    );
    await visit('Tester Two', path, async (visitor, tab) => {
      await tab.line('pod dev·').first().waitFor();
      await tab.line('pod test·').first().waitFor();
      await tab.filter('starts');
      for (const [cluster, namespace] of [
        ['dev-1', 'payments-dev'],
        ['test-1', 'payments-test'],
      ]) {
        await release(accessTo(clusters, cluster), {
          namespace,
          deployment: 'orders',
          version: '8.8.0',
        });
      }
      for (const short of ['dev', 'test']) {
        await tab
          .line(new RegExp(`pod ${short}·.*orders 8\\.8\\.0 starts`))
          .first()
          .waitFor({ timeout: ROLLOUT_LIMIT_MS });
      }
      // The filtered answer takes the place of the whole one a moment later.
      await tab
        .line('payment authorised')
        .first()
        .waitFor({ state: 'detached' });
      expect(await tab.line('payment authorised').count()).toBe(0);
      await visitor.screenshot('logs-rollout');
    });
  }, 240_000);

  it('opens the log of the run that crashed from the panel, whose diagnosis quotes it', async () => {
    const path = WorkloadsTab.path('domain', 'payments');
    await visit('Tester Two', path, async (visitor, tab) => {
      const workloads = new WorkloadsTab(visitor.page);
      await workloads.cell('pricing', 'production').click();
      const panel = workloads.panel('pricing');
      await panel.getByRole('link', { name: 'Logs', exact: true }).waitFor();
      await visitor.screenshot('logs-panel');
      await panel.getByRole('link', { name: 'Logs', exact: true }).click();
      await tab.list.waitFor();
      const url = new URL(visitor.page.url());
      expect(url.pathname).toMatch(/\/logs$/);
      expect(url.searchParams.getAll('env')).toEqual(['prod-sh/payments-prod']);
      await visitor.page.goto(`${url.href}&previous=1`);
      await visitor.page.getByText('Killed here').waitFor();
      await tab.line('OutOfMemoryError').first().waitFor();
      await visitor.page.getByRole('region', { name: 'Runs' }).waitFor();
      await visitor.screenshot('logs-crash');
      // The runs before are in the store; the run after is the current one.
      await visitor.page.keyboard.press('ArrowLeft');
      await visitor.page.waitForURL(/[?&]from=/);
      await visitor.page.goBack();
      await visitor.page.getByText('Killed here').waitFor();
      await visitor.page.keyboard.press('ArrowRight');
      await visitor.page.waitForURL(/[?&]previous=0/);
    });
  }, 240_000);

  it.each([
    { name: 'dark', options: { colorScheme: 'dark' } },
    { name: 'zh', options: { language: 'zh' } },
  ] as const)(
    'shows the run that crashed, $name',
    async ({ name, options }) => {
      const path = LogsTab.path(
        'domain',
        'payments',
        '?service=pricing&env=prod-sh/payments-prod&previous=1',
      );
      const visitor = await Visit.start(portal, 'Tester Two', {
        ...options,
        path,
      });
      try {
        await visitor.page.getByText('OutOfMemoryError').first().waitFor();
        await visitor.page.locator('section svg[role="img"]').waitFor();
        await visitor.screenshot(`logs-crash-${name}`);
        expect(await seriousFindings(visitor.page, 'main')).toEqual([]);
        expect(visitor.errors).toEqual([]);
      } finally {
        await visitor.close();
      }
    },
    120_000,
  );

  it('is worked by keys alone', async () => {
    const path = LogsTab.path('component', 'orders', '?env=dev-1/payments-dev');
    await visit('Tester Two', path, async ({ page }, tab) => {
      const name = (text: string) => page.getByRole('button', { name: text });
      await tab.line('payment').first().waitFor();
      await page.keyboard.press('f');
      await name('Resume').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('payment');
      await page.getByText(/of [\d,]+ lines? here/).waitFor();
      await page.getByRole('searchbox').blur();
      await page.keyboard.press('N');
      await page.getByText(/^[1-9][\d,]* of [\d,]+ lines? here/).waitFor();
      await page.keyboard.press('k');
      await page.keyboard.press('j');
      await page.locator('[aria-current="true"][role="listitem"]').waitFor();
      await page.keyboard.press('c');
      await name('Link to this line').waitFor();
      await page.keyboard.press('Escape');
      await name('Link to this line').waitFor({ state: 'detached' });
      await page.keyboard.press('w');
      await page.waitForURL(/[?&]wrap=1/);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await tab.list.count()).toBe(1);
    });
  }, 120_000);

  it('searches what is stored, zooms by the histogram, and comes back', async () => {
    const path = LogsTab.path(
      'component',
      'orders',
      '?range=PT1H&env=dev-1/payments-dev',
    );
    await visit('Tester Two', path, async (visitor, tab) => {
      await visitor.page
        .getByText(hasLoki ? /^Loki \(127/ : 'Demo history')
        .first()
        .waitFor();
      await tab.filter('capture failed');
      await tab.line('payment capture failed').first().waitFor();
      await tab
        .line('payment authorised')
        .first()
        .waitFor({ state: 'detached' });
      expect(await tab.line('payment authorised').count()).toBe(0);
      await visitor.screenshot('logs-history');
      // Of so few lines not every step of time holds one.
      const bars = tab.histogram.locator('rect');
      await bars.nth(Math.floor((await bars.count()) / 2)).click();
      await visitor.page.waitForURL(/[?&]from=/);
      const from = new URL(visitor.page.url()).searchParams.get('from') ?? '';
      expect(Date.now() - Date.parse(from)).toBeLessThan(3_600_000 + 600_000);
      await tab.line('payment capture failed').first().waitFor();
      await visitor.page.goBack();
      await visitor.page.waitForURL(/[?&]range=PT1H/);
      await tab.condition('capture failed').waitFor();
    });
  }, 240_000);

  it('joins stored and live lines, and says where', async () => {
    const path = LogsTab.path(
      'component',
      'orders',
      '?range=PT1H&env=dev-1/payments-dev&has=capture failed',
    );
    await visit('Tester Two', path, async (visitor, tab) => {
      await tab.line('payment capture failed').first().waitFor();
      const seam = visitor.page.getByText('Below: live from the pods.');
      await tab.upTo(seam);
      await visitor.screenshot('logs-seam');
      expect(await seam.innerText()).toMatch(
        hasLoki ? /from Loki \(127/ : /from Demo history/,
      );
      expect(await tab.list.innerText()).toContain(
        'Nothing missing, nothing twice.',
      );
    });
  }, 240_000);

  it('shares a stored line by a link, which another opens who may read it, and a third may not', async () => {
    const path = LogsTab.path(
      'component',
      'orders',
      '?range=PT1H&env=dev-1/payments-dev&has=capture failed',
    );
    let link = '';
    let told = '';
    await visit('Tester Two', path, async (_, tab) => {
      await tab.line('payment capture failed').first().waitFor();
      await tab.toTop();
      const line = tab.line('payment capture failed').first();
      told = (await line.getAttribute('aria-label')) ?? '';
      await tab.open(line);
      link = await tab.linkToOpened();
    });
    const { pathname, search } = new URL(link);
    expect(search).toMatch(/[?&]line=/);
    await visit('Dev One', `${pathname}${search}`, async (visitor, tab) => {
      await visitor.page
        .getByRole('button', { name: 'Link to this line' })
        .waitFor();
      expect(told).not.toBe('');
      await tab.line(new RegExp(escape(told))).waitFor();
      await visitor.screenshot('logs-linked');
    });
    await visit('Dev Eight', `${pathname}${search}`, async ({ page }, tab) => {
      await page.getByText('Nothing to show for you here').waitFor();
      expect(await tab.list.count()).toBe(0);
      expect(await page.getByRole('main').innerText()).not.toMatch(
        /dev-1|capture failed/,
      );
    });
  }, 300_000);

  it('says that a cluster without a store has only what its pods hold', async () => {
    const path = LogsTab.path('component', 'orders', '?range=PT1H');
    await visit('Operator', path, async ({ page }, tab) => {
      await tab.list.waitFor();
      const answer = await portal.fetchAs(
        'operator',
        '/api/workloads/entities/component/default/orders/logs/sources',
      );
      const { history } = (await answer.json()) as {
        history: { cluster: string; state: string }[];
      };
      expect(
        history.find(({ cluster }) => cluster === 'partner-kl')?.state,
      ).toBe('none');
      await page.getByText('Demo history').first().waitFor();
    });
  }, 120_000);

  it('shows who may not what a page that does not exist shows', async () => {
    const path = LogsTab.path('component', 'pricing', '?has=price');
    await visit('Dev Eight', path, async ({ page }, tab) => {
      await page.getByText('Nothing to show for you here').waitFor();
      expect(await tab.list.count()).toBe(0);
      expect(await page.getByRole('main').innerText()).not.toMatch(
        /prod-sh|payments-dev/,
      );
    });
    for (const name of ['pricing', 'no-such-component']) {
      const refused = await portal.fetchAs(
        'dev-eight',
        `/api/workloads/entities/component/default/${name}/logs/sources`,
      );
      expect(refused.status).toBe(404);
    }
  }, 120_000);
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
