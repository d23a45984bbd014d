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

  it('opens a shared link for who may read, and shows others what a page that does not exist shows', async () => {
    const path = LogsTab.path('component', 'pricing', '?has=price');
    await visit('Tester Two', path, async (_, tab) => {
      await tab.condition('price').waitFor();
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
