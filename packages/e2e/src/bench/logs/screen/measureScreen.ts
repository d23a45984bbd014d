import { setTimeout as sleep } from 'node:timers/promises';
import { CDPSession, Page } from 'playwright-core';
import { LineTap } from './LineTap';
import { installScreenProbe, ScreenReport } from './screenProbe';
import { ScreenServer } from './ScreenServer';

/** Milliseconds for which the page that has nothing to do is counted. */
const IDLE_MS = 5_000;
/** Lines that the page holds before the oldest leave. */
export const HELD = 100_000;
/** Milliseconds; a page that cannot keep up with the lines needs longer than they take. */
const FILL_LIMIT_MS = 120_000;

/** What the Logs tab did in one browser. */
export interface ScreenFigures {
  /** Before lines ran, and while they ran with as many held as may be. */
  readonly idle: ScreenReport;
  readonly busy: ScreenReport;
  /** Bytes that JavaScript holds, in the middle and at the end, and the milliseconds between. */
  readonly heaps: readonly [number, number];
  readonly heapsApartMs: number;
  /** Milliseconds from the last key of a search to its painted answer, and the longest task meanwhile. */
  readonly findMs: number;
  readonly findTaskMs: number;
}

/**
 * Lets lines run through the open tab until it holds as many as it may and then for `ms` more, and looks for a text in
 * all of them.
 */
export async function measureScreen(
  page: Page,
  { server, tap, ms }: { server: ScreenServer; tap: LineTap; ms: number },
): Promise<ScreenFigures> {
  await page.addInitScript(installScreenProbe);
  await page.goto(server.url);
  await page.waitForFunction(
    () => window.screenProbe?.firstLine() !== undefined,
  );
  const session = await page.context().newCDPSession(page);
  const idle = await watch(page, IDLE_MS);

  tap.open = true;
  await page
    .getByText(/older lines were let go/)
    .waitFor({ timeout: FILL_LIMIT_MS });
  const first = await watch(page, ms / 2);
  const middle = await heapOf(session);
  const startedAt = Date.now();
  const second = await watch(page, ms / 2);
  const end = await heapOf(session);
  const heapsApartMs = Date.now() - startedAt;

  // As many lines run on meanwhile. Each key finds fewer of those held, so that each answer can be told from the last.
  await page.evaluate(() => window.screenProbe?.reset());
  await page
    .getByRole('searchbox', { name: 'Search in logs' })
    .pressSequentially('durationMs=123', { delay: 80 });
  await page.waitForFunction(
    () => window.screenProbe?.answered() !== undefined,
  );
  const findMs = await page.evaluate(() => window.screenProbe?.answered() ?? 0);
  const { longestTask } = await report(page);
  return {
    idle,
    busy: {
      frames: first.frames + second.frames,
      ms: first.ms + second.ms,
      longestTask: Math.max(first.longestTask, second.longestTask),
      longestFrame: Math.max(first.longestFrame, second.longestFrame),
    },
    heaps: [middle, end],
    heapsApartMs,
    findMs,
    findTaskMs: longestTask,
  };
}

/** Milliseconds from the tab's first question to its first painted line. */
export async function measureFirstLine(
  page: Page,
  server: ScreenServer,
): Promise<number> {
  await page.addInitScript(installScreenProbe);
  await page.goto(server.url);
  await page.waitForFunction(
    () => window.screenProbe?.firstLine() !== undefined,
  );
  return page.evaluate(() => window.screenProbe?.firstLine() ?? 0);
}

async function watch(page: Page, ms: number): Promise<ScreenReport> {
  await page.evaluate(() => window.screenProbe?.reset());
  await sleep(ms);
  return report(page);
}

function report(page: Page): Promise<ScreenReport> {
  return page.evaluate(
    () =>
      window.screenProbe?.report() ?? {
        frames: 0,
        ms: 0,
        longestTask: 0,
        longestFrame: 0,
      },
  );
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
