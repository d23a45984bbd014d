import { DemoClusters } from '../clusters/DemoClusters';
import { seriousFindings } from '../browser/seriousFindings';
import { PortalProcess } from '../portal/PortalProcess';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

const PATH = '/catalog/default/domain/payments/metrics';

describeJourney('metrics in the portal', () => {
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

  it.each(['light', 'dark'] as const)(
    'shows what pods use beside what they may, and leads to the logs of a minute, %s',
    async colorScheme => {
      const visit = await Visit.start(portal, 'Dev One', {
        path: `${PATH}?service=pricing&env=prod-sh/payments-prod`,
        colorScheme,
      });
      const { page } = visit;
      try {
        const memory = page.getByRole('region', {
          name: 'Memory',
          exact: true,
        });
        await memory.getByText('MiB a pod', { exact: true }).waitFor();
        const limit = memory.getByRole('button', { name: 'Hide limit' });
        await limit.waitFor();
        const chart = memory.getByRole('slider');
        await chart.locator('canvas').waitFor();
        await visit.screenshot(`metrics-${colorScheme}`);
        expect(await seriousFindings(page, 'main')).toEqual([]);
        await chart.focus();
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowLeft');
        expect(await chart.getAttribute('aria-valuetext')).toMatch(/limit \d/);
        await memory.getByRole('button', { name: 'As a table' }).click();
        await memory.getByRole('table').waitFor();
        await memory.getByRole('button', { name: 'As a chart' }).click();
        const cpu = page.getByRole('region', { name: 'CPU', exact: true });
        await cpu.getByRole('slider').locator('.u-over').click();
        await page.waitForURL(/\/logs\?/);
        const { searchParams } = new URL(page.url());
        expect(searchParams.get('service')).toBe('pricing');
        const from = Date.parse(searchParams.get('from') ?? '');
        const to = Date.parse(searchParams.get('to') ?? '');
        expect(to - from).toBe(120_000);
        await page.goBack();
        await memory.waitFor();
        expect(visit.errors).toEqual([]);
      } catch (error) {
        await visit.screenshot('metrics-broken');
        throw error;
      } finally {
        await visit.close();
      }
    },
    120_000,
  );

  it('shows a person of another department neither names nor numbers', async () => {
    const visit = await Visit.start(portal, 'Dev Eight', { path: PATH });
    try {
      await visit.page
        .getByRole('region', { name: 'Nothing here that you may view' })
        .waitFor();
      expect(await visit.page.getByText('pricing').count()).toBe(0);
    } finally {
      await visit.close();
    }
  }, 60_000);
});
