import { Locator } from 'playwright-core';
import { seriousFindings } from '../browser/seriousFindings';
import { LogsTab } from '../pages/LogsTab';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

const PATH = '/catalog/default/domain/payments/metrics';

describeJourney('metrics in the portal', () => {
  const demo = demoPortal();

  it.each(['light', 'dark'] as const)(
    'shows what pods use beside what they may, and leads to the logs of a minute, %s',
    async colorScheme => {
      const visit = await Visit.start(demo.portal, 'Dev One', {
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

  it('finds that latency rose after the release, from its mark to the curve to the line that says why', async () => {
    const visit = await Visit.start(demo.portal, 'Dev One', {
      path: `${PATH}?service=pricing&env=prod-sh/payments-prod&range=PT1H`,
    });
    const { page } = visit;
    const charts = (panel: string) =>
      page.getByRole('region', { name: panel, exact: true });
    const p95At = async (chart: Locator) =>
      Number(
        /p95 ([\d.]+)/.exec(
          (await chart.getAttribute('aria-valuetext')) ?? '',
        )?.[1],
      );
    try {
      // The sentence over the charts says what changed and since when.
      await page.getByText('Slower since 5.2.1').waitFor();
      await page.getByText(/p95 latency ×2\.\d/).waitFor();

      // The mark of the release in the panel of latency, and the curve on both sides of it.
      const chart = charts('Latency').getByRole('slider');
      await chart.locator('canvas').waitFor();
      await chart.focus();
      await page.keyboard.press('Home');
      for (let mark = 0; mark < 20; mark += 1) {
        await page.keyboard.press('m');
        const told = (await chart.getAttribute('aria-valuetext')) ?? '';
        if (told.includes('pricing 5.2.0 → 5.2.1 was released')) {
          break;
        }
      }
      expect(await chart.getAttribute('aria-valuetext')).toContain(
        'pricing 5.2.0 → 5.2.1 was released to production, prod-sh',
      );
      await visit.screenshot('metrics-release-mark');
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press('ArrowLeft');
      }
      const before = await p95At(chart);
      await page.keyboard.press('End');
      for (let step = 0; step < 10; step += 1) {
        await page.keyboard.press('ArrowLeft');
      }
      const after = await p95At(chart);
      expect(before).toBeGreaterThan(50);
      expect(before).toBeLessThan(150);
      expect(after / before).toBeGreaterThan(2);

      // The comparison draws one over the other, and calls it worse.
      await page
        .getByRole('button', { name: 'Compare before and after' })
        .click();
      const compared = page.getByRole('row', { name: /^Latency p95/ });
      await compared.getByText('worse', { exact: true }).waitFor();
      await compared.getByText(/^×2\.\d$/).waitFor();
      const drawn = page.getByRole('slider', { name: /^Latency p95/ });
      await drawn.locator('canvas').waitFor();
      await visit.screenshot('metrics-compare');
      expect(await seriousFindings(page, 'main')).toEqual([]);

      // A click on the curve opens the log of that minute, in which the line stands.
      const over = drawn.locator('.u-over');
      const box = await over.boundingBox();
      await over.click({
        position: { x: (box?.width ?? 0) * 0.7, y: (box?.height ?? 0) / 2 },
      });
      await page.waitForURL(/\/logs\?/);
      const { searchParams } = new URL(page.url());
      expect(searchParams.get('service')).toBe('pricing');
      expect(searchParams.get('env')).toBe('prod-sh/payments-prod');
      const logs = new LogsTab(page);
      await logs.filter('fare cache');
      await logs
        .line('quote answered late: fare cache was locked while it grew')
        .first()
        .waitFor();
      await visit.screenshot('metrics-log-line');
      expect(visit.errors).toEqual([]);
    } catch (error) {
      await visit.screenshot('metrics-release-broken');
      throw error;
    } finally {
      await visit.close();
    }
  }, 180_000);

  it('shows a person of another department neither names nor numbers', async () => {
    const visit = await Visit.start(demo.portal, 'Dev Eight', { path: PATH });
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
