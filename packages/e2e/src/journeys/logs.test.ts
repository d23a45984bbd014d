import { DemoClusters } from '../clusters/DemoClusters';
import { LogsTab } from '../pages/LogsTab';
import { PortalProcess } from '../portal/PortalProcess';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

describeJourney('logs in the portal', () => {
  let clusters: DemoClusters;
  let portal: PortalProcess;

  beforeAll(async () => {
    clusters = await DemoClusters.start();
    portal = await PortalProcess.start(clusters.clusters);
  }, 400_000);

  afterAll(async () => {
    await portal?.stop();
    await clusters?.stop();
  }, 60_000);

  async function visit(
    person: string,
    path: string,
    act: (visit: Visit, tab: LogsTab) => Promise<void>,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<void> {
    const visitor = await Visit.start(portal, person, { path, colorScheme });
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

  it('merges the pods of several clusters, and filters on the server', async () => {
    await visit(
      'Dev One',
      LogsTab.path('component', 'pricing'),
      async (visitor, tab) => {
        await tab
          .rows(/pod dev-1·/)
          .first()
          .waitFor();
        await tab
          .rows(/pod test-1·/)
          .first()
          .waitFor();
        await visitor.screenshot('logs-live-light');
        await tab.search.fill('-quotes');
        await tab.search.press('Enter');
        await tab.condition('quotes').waitFor();
        await tab.counts.waitFor();
        expect(visitor.page.url()).toContain('not=quotes');
        await tab.rows(/./).first().waitFor();
        expect(await tab.rows(/quotes/).count()).toBe(0);
      },
    );
  }, 120_000);

  it('opens the run that crashed first', async () => {
    await visit(
      'Dev One',
      LogsTab.path(
        'component',
        'pricing',
        '?service=pricing&env=prod-sh/payments-prod',
      ),
      async (visitor, tab) => {
        await visitor.page
          .getByRole('heading', { name: /ran out of memory and was killed/ })
          .waitFor();
        await visitor.page.getByText('Killed here').waitFor();
        await tab.rows(/./).first().waitFor();
        await visitor.screenshot('logs-crash-dark');
      },
      'dark',
    );
  }, 120_000);

  it('opens a shared link for who may read, and shows others what a page that does not exist shows', async () => {
    const path = LogsTab.path('component', 'pricing', '?has=fare');
    await visit('Tester Two', path, async (_, tab) => {
      await tab.condition('fare').waitFor();
      await tab.list.waitFor();
    });
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
