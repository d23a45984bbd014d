import { hasBrowser } from '../browser/openBrowser';
import { bringToFront } from '../browser/bringToFront';
import { DemoClusters } from '../clusters/DemoClusters';
import { RealClusters } from '../clusters/RealClusters';
import { release } from '../clusters/release';
import { accessTo, TestClusters } from '../clusters/TestClusters';
import { WorkloadsTab } from '../pages/WorkloadsTab';
import { PortalProcess } from '../portal/PortalProcess';
import { Visit } from './Visit';

/** A change in a cluster is on the screen within this, in milliseconds; the rest is room for a busy machine. */
const LIVE_LIMIT_MS = 10_000;

/** A silent cluster is named within this: two probes that miss, 10 s apart, with 5 s each. */
const SILENCE_LIMIT_MS = 60_000;

const PAYMENTS = WorkloadsTab.path('domain', 'payments');

const inBrowser = process.env.DOMAINDECK_JOURNEYS === '1' && hasBrowser();

/** Where the journey is made. */
interface Place {
  /** Starts the name of every picture. */
  readonly name: string;
  readonly enabled: boolean;
  readonly start: () => Promise<TestClusters>;
  /** Environments of payments that Dev One may see, in the order of the columns. */
  readonly environments: readonly string[];
}

const PLACES: readonly Place[] = [
  {
    name: 'embedded',
    enabled: inBrowser,
    start: () => DemoClusters.start(),
    environments: ['development', 'testing', 'pre-production', 'production'],
  },
  {
    name: 'real',
    enabled: inBrowser && process.env.DOMAINDECK_CONTROL_PLANE === '1',
    start: () => RealClusters.start(['dev-1', 'test-1', 'prod-sh']),
    environments: ['development', 'testing', 'production'],
  },
];

/*
 * In, the matrix, a panel, a release seen live, a cluster that goes silent and comes back, eight tabs of one person,
 * and somebody who may not.
 */
function describeJourney(options: Place): void {
  let clusters: TestClusters;
  let portal: PortalProcess;

  beforeAll(async () => {
    clusters = await options.start();
    portal = await PortalProcess.start(clusters.clusters);
  }, 900_000);

  afterAll(async () => {
    await portal?.stop();
    await clusters?.stop();
  }, 120_000);

  async function visit<T>(
    person: string,
    path: string,
    act: (visit: Visit, tab: WorkloadsTab) => Promise<T>,
  ): Promise<T> {
    const visitor = await Visit.start(portal, person, { path });
    try {
      const result = await act(visitor, new WorkloadsTab(visitor.page));
      expect(visitor.errors).toEqual([]);
      return result;
    } catch (error) {
      await visitor.screenshot(`${options.name}-broken`);
      throw error;
    } finally {
      await visitor.close();
    }
  }

  it('reaches the matrix of a domain in three clicks', async () => {
    await visit('Dev One', '/', async (visitor, tab) => {
      const { page } = visitor;
      await page.getByRole('link', { name: 'payments', exact: true }).click();
      await page.getByRole('link', { name: 'Workloads' }).click();
      for (const environment of options.environments) {
        await tab.column(environment).waitFor();
        await tab.cell('pricing', environment).waitFor();
      }
      await tab.live.waitFor();
      expect(await tab.column('partner').count()).toBe(0);
      await visitor.screenshot(`${options.name}-matrix`);
    });
  }, 240_000);

  it('says what is wrong with a workload, in words, and shows its parts', async () => {
    await visit('Dev One', PAYMENTS, async (visitor, tab) => {
      await tab.cell('pricing', 'production').click();
      const panel = tab.panel('pricing');
      await panel
        .getByText(/out of memory at its 512 MiB limit/)
        .first()
        .waitFor();
      await panel.getByText('5.2.1').first().waitFor();
      await panel
        .getByText(/^pricing-/)
        .first()
        .waitFor();
      expect(visitor.page.url()).toContain('open=prod-sh');
      await visitor.screenshot(`${options.name}-panel`);
      await panel.getByRole('button', { name: 'YAML' }).click();
      await visitor.page.getByText('kind: Deployment').waitFor();
    });
  }, 240_000);

  it('shows a release while it happens, and keeps the open panel open', async () => {
    await visit('Dev One', PAYMENTS, async ({ page }, tab) => {
      await tab.cell('notifier', 'development').click();
      await tab.panel('notifier').waitFor();
      const before = await release(accessTo(clusters, 'dev-1'), {
        namespace: 'payments-dev',
        deployment: 'notifier',
        version: '3.9.0',
      });
      expect(before).not.toBe('3.9.0');
      await page
        .getByRole('link', { name: /^notifier in development\b.*3\.9\.0/ })
        .waitFor({ timeout: LIVE_LIMIT_MS });
      await tab.panel('notifier').getByText('3.9.0').first().waitFor();
    });
  }, 240_000);

  it('names a silent cluster, keeps the others live, and recovers by itself', async () => {
    await visit('Dev One', PAYMENTS, async (visitor, tab) => {
      await tab.live.waitFor();
      await clusters.silence('test-1');
      try {
        await tab
          .column('testing')
          .getByText(/last seen/)
          .waitFor({ timeout: SILENCE_LIMIT_MS });
        await visitor.screenshot(`${options.name}-silent`);
        await release(accessTo(clusters, 'dev-1'), {
          namespace: 'payments-dev',
          deployment: 'refunds',
          version: '4.9.0',
        });
        await visitor.page
          .getByRole('link', { name: /^refunds in development\b.*4\.9\.0/ })
          .waitFor({ timeout: LIVE_LIMIT_MS });
      } finally {
        await clusters.restore('test-1');
      }
      await tab
        .column('testing')
        .getByText(/last seen/)
        .waitFor({ state: 'detached', timeout: SILENCE_LIMIT_MS });
      expect(await tab.live.isVisible()).toBe(true);
    });
  }, 240_000);

  it('serves eight tabs of one person at once', async () => {
    await visit('Dev One', PAYMENTS, async (visitor, tab) => {
      await tab.live.waitFor();
      const tabs = [visitor.page];
      while (tabs.length < 8) {
        const opened = await visitor.openTab(PAYMENTS);
        tabs.push(opened);
        await bringToFront(opened, tabs);
        await new WorkloadsTab(opened).cell('orders', 'development').waitFor();
      }
      await release(accessTo(clusters, 'dev-1'), {
        namespace: 'payments-dev',
        deployment: 'orders',
        version: '7.9.0',
      });
      for (const page of tabs) {
        await bringToFront(page, tabs);
        const cell = page.getByRole('link', {
          name: /^orders in development\b.*7\.9\.0/,
        });
        await cell.waitFor({ timeout: LIVE_LIMIT_MS });
        expect(await cell.count()).toBe(1);
      }
    });
  }, 240_000);

  it('shows a stranger neither names nor counts', async () => {
    await visit('Dev Eight', PAYMENTS, async ({ page }, tab) => {
      await page.getByText('Nothing to show for you here').waitFor();
      expect(await tab.matrix.count()).toBe(0);
      const text = await page.getByRole('main').innerText();
      expect(text).not.toMatch(/pricing|ledger|prod-sh|8 services/);
    });
    const refused = await portal.fetchAs(
      'dev-eight',
      '/api/workloads/entities/domain/default/payments/workloads',
    );
    const absent = await portal.fetchAs(
      'dev-eight',
      '/api/workloads/entities/domain/default/no-such-domain/workloads',
    );
    expect(refused.status).toBe(404);
    expect(absent.status).toBe(404);
  }, 240_000);

  it('shows operators every cluster, and nobody else', async () => {
    await visit('Operator', '/clusters', async visitor => {
      for (const { name } of clusters.clusters) {
        await visitor.page
          .getByRole('row', { name: new RegExp(`\\b${name}\\b`) })
          .first()
          .waitFor();
      }
      await visitor.screenshot(`${options.name}-clusters`);
    });
    await visit('Dev One', '/clusters', async ({ page }) => {
      await page.getByText('PAGE NOT FOUND').waitFor();
      expect(await page.getByText('prod-sh').count()).toBe(0);
    });
  }, 240_000);
}

for (const place of PLACES) {
  (place.enabled ? describe : describe.skip)(
    `the portal on ${place.name} clusters`,
    () => describeJourney(place),
  );
}
