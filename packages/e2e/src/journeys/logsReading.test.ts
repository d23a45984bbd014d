import { Page } from 'playwright-core';
import { seriousFindings } from '../browser/seriousFindings';
import { LogsTab, swatchOf } from '../pages/LogsTab';
import { demoPortal } from './demoPortal';
import { Visit } from './Visit';

const describeJourney =
  process.env.DOMAINDECK_JOURNEYS === '1' ? describe : describe.skip;

describeJourney('reading logs', () => {
  const demo = demoPortal();

  async function visit(
    query: string,
    act: (visit: Visit, tab: LogsTab) => Promise<void>,
  ): Promise<void> {
    const path = LogsTab.path('domain', 'payments', query);
    const visitor = await Visit.start(demo.portal, 'Tester Two', { path });
    try {
      await act(visitor, new LogsTab(visitor.page));
      expect(visitor.errors).toEqual([]);
    } catch (error) {
      await visitor.screenshot('logs-reading-broken');
      throw error;
    } finally {
      await visitor.close();
    }
  }

  it('says where an expression is wrong and keeps the lines, and why a time cannot be shown', async () => {
    await visit('?service=orders', async ({ page }, tab) => {
      await tab.line('payment').first().waitFor();
      await tab.filter('/time(out/');
      await page
        .getByRole('alert')
        .getByText(/Position 5: this bracket is never closed/)
        .waitFor();
      await page.getByText('The last good result stays.').waitFor();
      expect(await tab.line('payment').count()).toBeGreaterThan(0);
      const { origin, pathname } = new URL(page.url());
      await page.goto(
        `${origin}${pathname}?from=2024-01-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
      );
      await page.getByText(/31 are the most/).waitFor();
      await page.getByRole('button', { name: 'Show the last 30 days' }).click();
      await tab.list.waitFor();
    });
  }, 180_000);

  it('copies every line that is marked, also those that have left the screen', async () => {
    await visit('?service=orders', async ({ page }, tab) => {
      await page
        .context()
        .grantPermissions(['clipboard-read', 'clipboard-write']);
      const line = tab.line('payment');
      // Where the list is full there is a row under the pointer.
      await line.nth(10).waitFor();
      const box = (await tab.list.boundingBox())!;
      const [x, y] = [box.x + 300, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 30, { steps: 3 });
      await page
        .getByText(/^Paused/)
        .first()
        .waitFor();
      for (let turn = 0; turn < 8; turn += 1) {
        await page.mouse.wheel(0, -box.height / 2);
        await page.waitForTimeout(50);
      }
      await page.mouse.move(x + 60, y - 40, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.press('ControlOrMeta+c');
      const screenful = Math.ceil(box.height / 20);
      await copiedMoreThan(page, 2 * screenful);
      await tab.list.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('ControlOrMeta+c');
      await copiedMoreThan(page, 1_000);
      expect(await line.count()).toBeGreaterThan(0);
    });
  }, 120_000);

  it('gives a pod one colour on Logs and on Metrics', async () => {
    const query = '?service=pricing&env=prod-sh/payments-prod&previous=0';
    await visit(query, async ({ page }, tab) => {
      const inLogs = await tab.podColours();
      expect(inLogs.size).toBeGreaterThan(1);
      await page.goto(page.url().replace('/logs?', '/metrics?'));
      const [pod] = inLogs.keys();
      const legend = (name: string) =>
        page.getByRole('button', { name: new RegExp(`(Hide|Show) ${name}$`) });
      await legend(pod).first().waitFor();
      for (const [name, colour] of inLogs) {
        for (const one of await legend(name).all()) {
          expect([name, await swatchOf(one)]).toEqual([name, colour]);
        }
      }
    });
  }, 120_000);

  it('folds the sources where the window is narrow', async () => {
    await visit('?service=orders', async (visitor, tab) => {
      const { page } = visitor;
      await tab.line('payment').first().waitFor();
      await page.setViewportSize({ width: 1100, height: 900 });
      const sources = page.getByRole('complementary', { name: 'Sources' });
      await sources.waitFor({ state: 'detached' });
      await visitor.screenshot('logs-narrow');
      expect(await seriousFindings(page, 'main')).toEqual([]);
      await page.getByRole('button', { name: /^Environment: / }).click();
      await sources.getByText('testing').waitFor();
      await page.keyboard.press('Escape');
      await sources.waitFor({ state: 'detached' });
    });
  }, 120_000);
});

/** Waits until so many lines are on the clipboard, which is written after the key is let go. */
async function copiedMoreThan(page: Page, lines: number): Promise<void> {
  await page.waitForFunction(
    async most =>
      (await navigator.clipboard.readText()).split('\n').length > most,
    lines,
  );
}
