import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, openBrowser } from '../../../browser/openBrowser';
import { BenchResult } from '../../Benchmark';
import { percentile } from '../../percentile';
import { buildPage } from '../../tabSize/buildPage';
import { measureFirstLine } from './measureScreen';
import { ScreenServer } from './ScreenServer';

const ROUNDS = 7;
const GOAL_MS = 500;

/**
 * Opens the tab on a real portal.
 * @param portal.entity - as `kind/namespace/name`
 * @returns nothing where there is no browser
 */
export async function measureFirstLines(
  portal: {
    readonly url: string;
    readonly token: string;
    readonly entity: string;
  },
  pods: number,
): Promise<BenchResult[]> {
  if (!hasBrowser()) {
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-logs-first-'));
  const server = await ScreenServer.start(folder);
  server.backend = { kind: 'portal', ...portal };
  try {
    await buildPage(folder, server.url, { page: 'measuredLogs.tsx' });
    const browser = await openBrowser();
    try {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await browser.context.newPage();
        times.push(await measureFirstLine(page, server));
        await page.close();
      }
      const p50 = percentile(times, 0.5);
      return [
        {
          id: 'logs.first.screen',
          what: `Time (p50 of ${ROUNDS}) from the tab's first question to its first painted line, ${pods} pods on a real portal`,
          value: p50,
          unit: 'ms',
          goal: `<= ${GOAL_MS} ms`,
          met: p50 <= GOAL_MS,
        },
      ];
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
