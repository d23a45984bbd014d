import { Page } from 'playwright-core';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { installProbe, ProbeReport } from './pageProbe';
import { SizeServer } from './SizeServer';

/** What the tab did in one browser. */
export interface TabFigures {
  /** Milliseconds from the question to the painted matrix. */
  readonly firstRender: number;
  /** Milliseconds from each input to its paint; those under 16 are not told by the browser. */
  readonly interactions: ProbeReport['interactions'];
  /** Bytes that JavaScript holds after all of it. */
  readonly heap: number;
  /** Cells that were drawn anew when one workload changed. */
  readonly cellsPerChange: number;
}

/** Uses the tab as a person does: opens it, searches, filters, sorts, groups, walks by keyboard, opens the panel. */
export async function measureTab(
  page: Page,
  server: SizeServer,
  changed: Workload,
): Promise<TabFigures> {
  await page.addInitScript(installProbe);
  await page.goto(server.url);
  await page.waitForFunction(
    () => window.probe?.report().firstRender !== undefined,
  );
  const { firstRender } = await report(page);
  const cellsPerChange = await countCells(page, server, changed);
  await page.evaluate(() => window.probe?.forget());
  await interact(page);
  const { interactions } = await report(page);

  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return {
    firstRender: firstRender ?? NaN,
    interactions,
    heap: usedSize,
    cellsPerChange,
  };
}

function report(page: Page): Promise<ProbeReport> {
  return page.evaluate(() => window.probe?.report() ?? { interactions: [] });
}

async function interact(page: Page): Promise<void> {
  const matrix = page.getByRole('table', { name: 'Services by environment' });
  const list = page.getByRole('table', { name: 'Workloads' });
  const button = (name: RegExp) => page.getByRole('button', { name });

  const search = page.getByRole('searchbox');
  await search.click();
  await search.pressSequentially('service-01', { delay: 60 });
  for (let i = 0; i < 10; i++) {
    await search.press('Backspace');
  }
  await button(/^Only problems/).click();
  await button(/^Only problems/).click();
  await button(/^Only drifted/).click();
  await button(/^Only drifted/).click();
  await button(/^Problems first/).click();
  await matrix.locator('tbody td a').first().focus();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press(']');
  await page.keyboard.press('Escape');
  await button(/^List$/).click();
  await list.waitFor();
  await list.getByRole('button', { name: 'Restarts' }).click();
  await list.getByRole('button', { name: 'Version' }).click();
  for (const group of ['System', 'State', 'None']) {
    await button(/^Group by/).click();
    await page.getByRole('menuitemradio', { name: group }).click();
  }
  await button(/^Matrix$/).click();
  await matrix.waitFor();
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(resolve)),
  );
}

/** How many cells the page touches when one workload of a drawn row changes. */
async function countCells(
  page: Page,
  server: SizeServer,
  changed: Workload,
): Promise<number> {
  await page.evaluate(() => {
    const table = document.querySelector(
      'table[aria-label="Services by environment"]',
    );
    const touched = new Set<Element>();
    new MutationObserver(changes => {
      for (const { target } of changes) {
        const element =
          target instanceof Element ? target : target.parentElement;
        const cell = element?.closest('td');
        // Ages tick on their own.
        if (cell && !element?.closest('time')) {
          touched.add(cell);
        }
      }
    }).observe(table!, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { touched });
  });
  server.push({ ...changed, version: '99.0.0' });
  await page.getByText('99.0.0').first().waitFor();
  return page.evaluate(
    () => (window as unknown as { touched: Set<Element> }).touched.size,
  );
}
