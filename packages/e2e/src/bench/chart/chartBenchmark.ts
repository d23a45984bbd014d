import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasBrowser, openBrowser } from '../../browser/openBrowser';
import { Benchmark, BenchResult } from '../Benchmark';
import { buildPage } from '../tabSize/buildPage';
import { percentile } from '../percentile';
import { ChartFigures, measureChart } from './measureChart';
import { PageServer } from './PageServer';
import { tabCode } from './tabCode';
import { timedLibrary } from './timedLibrary';

const DRAW_MS = 30;
const FRAMES_PER_SECOND = 60;
/** The browser's own clock is no more exact than this share. */
const AS_GOOD_AS = 0.98;
const KIB = 1024;
const TAB_KIB = 120;

/** A chart as the Metrics tab draws it, in Chromium, and the weight of the tab's own code. */
export const chartBenchmark: Benchmark = {
  id: 'metrics-chart',
  unavailable: () =>
    hasBrowser() ? undefined : 'needs Chromium; set CHROMIUM_PATH',
  async run(progress) {
    const folder = mkdtempSync(join(tmpdir(), 'domaindeck-chart-'));
    try {
      progress('weighing the tab');
      const size = await measureTabCode();
      progress('building the chart');
      const server = await PageServer.start(folder);
      try {
        await buildPage(folder, server.url, {
          page: 'chart.tsx',
          plugins: [timedLibrary],
        });
        progress('drawing and moving it');
        const browser = await openBrowser();
        try {
          const page = await browser.context.newPage();
          return [...judge(await measureChart(page, server.url)), size];
        } finally {
          await browser.close();
        }
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureTabCode(): Promise<BenchResult> {
  const size = await tabCode('MetricsTab');
  return {
    id: 'metrics-chart.tab-code',
    what: 'Code that opening the Metrics tab may load, its chart library and what it shares with our other tabs among it, minified and compressed',
    value: size,
    unit: 'B',
    goal: `<= ${TAB_KIB * KIB} B`,
    met: size <= TAB_KIB * KIB,
  };
}

function judge({
  lines,
  values,
  draws,
  idle,
  pan,
}: ChartFigures): BenchResult[] {
  const p95 = percentile(draws, 0.95);
  const [resting, moving] = [idle, pan].map(framesPerSecond);
  const what = `a chart of ${lines} series x ${values} points`;
  return [
    {
      id: 'metrics-chart.draw.p95',
      what: `Time (p95) from new values to the last pixel of ${what}, without a graphics card`,
      value: p95,
      unit: 'ms',
      goal: `<= ${DRAW_MS} ms`,
      met: p95 <= DRAW_MS,
    },
    {
      id: 'metrics-chart.pan',
      what: `Frames a second while ${what} is moved; limit is the same browser while nothing happens`,
      value: moving,
      unit: 'frames/s',
      limit: resting,
      goal: `>= ${FRAMES_PER_SECOND} frames/s, or as many as the browser has`,
      met: moving >= AS_GOOD_AS * Math.min(FRAMES_PER_SECOND, resting),
    },
  ];
}

function framesPerSecond(frames: readonly number[]): number {
  return (1000 * frames.length) / frames.reduce((sum, ms) => sum + ms, 0);
}
