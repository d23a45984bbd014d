import { spawnSync } from 'node:child_process';
import { startPrometheus } from '@domaindeck/control-plane';
import { Benchmark, BenchResult } from '../Benchmark';
import { monotonicMs } from '../monotonicMs';
import { BENCH_ENTITY, BENCH_VIEWERS } from '../openTab/benchConfig';
import { BenchPortal } from '../openTab/BenchPortal';
import { BENCH_NAMESPACE, BENCH_PODS } from '../openTab/benchWorld';
import { startBenchClusters } from '../openTab/startBenchClusters';
import { percentile } from '../percentile';
import { measuresOf, SCRAPE } from './measuresOf';
import { PrometheusGate } from './PrometheusGate';

const PANELS = [
  'requests',
  'errors',
  'latency',
  'cpu',
  'memory',
  'restarts',
  'replicas',
  'network',
];
const HOURS = 24;
/** Seconds between two values of a day, as the backend chooses them. */
const STEP = 300;
const ROUNDS = 30;
const LIMIT_MS = 300;

/** What a Metrics tab costs the backend and Prometheus. */
export const metricsBenchmark: Benchmark = {
  id: 'metrics',
  unavailable: () =>
    spawnSync('promtool', ['--version']).status === 0
      ? undefined
      : 'no Prometheus on this machine: apt-get install prometheus',
  async run(progress) {
    const clusters = await startBenchClusters(
      'embedded',
      { count: 1, pods: BENCH_PODS },
      progress,
    );
    const [cluster] = clusters.clusters;
    const end = Math.floor(Date.now() / 1000 / STEP) * STEP;
    try {
      progress(`${HOURS} h of measures of ${BENCH_PODS} pods`);
      const pods = await podsOf(cluster);
      const past = HOURS * 3_600 + (ROUNDS + 3) * STEP;
      const prometheus = await startPrometheus({
        measures: measuresOf(pods, end - past, end),
        prefix: 'prometheus',
      });
      const gate = await PrometheusGate.start(prometheus.url);
      try {
        progress('starting the portal');
        const portal = await BenchPortal.start(clusters, {
          [cluster.name]: {
            metrics: {
              type: 'prometheus',
              url: gate.url,
              scrapeInterval: `${SCRAPE}s`,
            },
          },
        });
        try {
          await portal.waitForPods(BENCH_PODS);
          const scene = { portal, gate, end };
          progress(`${ROUNDS} tabs, each of another time`);
          const tabs = await measureTabs(scene);
          progress(`${BENCH_VIEWERS.length} viewers of one`);
          return [...tabs, ...(await measureViewers(scene))];
        } finally {
          await portal.stop();
        }
      } finally {
        await gate.stop();
        await prometheus.stop();
      }
    } finally {
      await clusters.stop();
    }
  },
};

interface Scene {
  readonly portal: BenchPortal;
  readonly gate: PrometheusGate;
  /** Seconds since 1970. */
  readonly end: number;
}

async function podsOf(cluster: {
  readonly url: string;
  readonly token: string;
}): Promise<string[]> {
  const answer = await fetch(
    `${cluster.url}/api/v1/namespaces/${BENCH_NAMESPACE}/pods`,
    { headers: { authorization: `Bearer ${cluster.token}` } },
  );
  const { items } = (await answer.json()) as {
    items: { metadata: { name: string } }[];
  };
  return items.map(({ metadata }) => metadata.name);
}

/**
 * Opens a tab: all panels at once.
 * @param to - seconds since 1970
 * @returns how many lines were drawn
 */
async function openTab(
  { portal }: Scene,
  token: string,
  to: number,
): Promise<number> {
  const { name, namespace } = BENCH_ENTITY.metadata;
  const counts = await Promise.all(
    PANELS.map(async panel => {
      const answer = await fetch(
        `${portal.url}/api/workloads/entities/component/${namespace}/${name}/metrics/query`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            panel,
            from: new Date((to - HOURS * 3_600) * 1000).toISOString(),
            to: new Date(to * 1000).toISOString(),
          }),
        },
      );
      const { series, warnings } = (await answer.json()) as {
        series: { measure: string }[];
        warnings: { message: string }[];
      };
      if (!answer.ok || warnings.length > 0 || series.length < BENCH_PODS) {
        throw new Error(
          `${panel} was answered with ${answer.status} and ${series?.length} lines: ${warnings?.[0]?.message}`,
        );
      }
      return series.length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function measureTabs(scene: Scene): Promise<BenchResult[]> {
  const { portal, gate, end } = scene;
  // What the first of all costs is paid once.
  await openTab(scene, portal.token, end - (ROUNDS + 1) * STEP);
  const whole: number[] = [];
  const store: number[] = [];
  let lines = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const busy = gate.busyMs;
    const started = monotonicMs();
    // A step earlier each time, so that nothing is known of it.
    lines = await openTab(scene, portal.token, end - round * STEP);
    whole.push(monotonicMs() - started);
    store.push(gate.busyMs - busy);
  }
  const own = whole.map((ms, round) => ms - store[round]);
  const p95 = percentile(own, 0.95);
  const what = `${
    PANELS.length
  } panels of ${BENCH_PODS} pods over ${HOURS} h, ${lines} lines of ${
    (HOURS * 3_600) / STEP + 1
  } values, nothing of it known`;
  return [
    {
      id: 'metrics.tab.p95',
      what: `Time (p95) until a tab is there, ${what}; limit is the part in which Prometheus was at work`,
      value: percentile(whole, 0.95),
      unit: 'ms',
      limit: percentile(store, 0.95),
      goal: `<= ${LIMIT_MS} ms above the limit`,
      met: p95 <= LIMIT_MS,
    },
    {
      id: 'metrics.backend.p95',
      what: `Time (p95) of it in which only the backend was at work, ${what}`,
      value: p95,
      unit: 'ms',
      goal: `<= ${LIMIT_MS} ms`,
      met: p95 <= LIMIT_MS,
    },
  ];
}

async function measureViewers(scene: Scene): Promise<BenchResult[]> {
  const { portal, gate, end } = scene;
  const tokens = await portal.signInAll(BENCH_VIEWERS);
  const before = gate.questions;
  await openTab(scene, portal.token, end - (ROUNDS + 2) * STEP);
  const one = gate.questions - before;
  const started = monotonicMs();
  // They look at about the same time: within one step.
  await Promise.all(
    tokens.map((token, index) =>
      openTab(scene, token, end - (ROUNDS + 3) * STEP + index),
    ),
  );
  const ms = monotonicMs() - started;
  const all = gate.questions - before - one;
  return [
    {
      id: 'metrics.viewers.questions',
      what: `Questions to Prometheus by ${tokens.length} people who open the tab within a step; limit are those of one`,
      value: all,
      unit: 'questions',
      limit: one,
      goal: `those of one`,
      met: all === one,
    },
    {
      id: 'metrics.viewers.time',
      what: `Time until all ${tokens.length} of them have their ${PANELS.length} panels, who open the tab at the same moment`,
      value: ms,
      unit: 'ms',
      goal: '<= 10000 ms',
      met: ms <= 10_000,
    },
  ];
}
