import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { Benchmark, BenchResult } from '../Benchmark';
import { BENCH_ENTITY } from '../openTab/benchConfig';
import { BenchPortal } from '../openTab/BenchPortal';
import {
  BENCH_NAMESPACE,
  BENCH_PODS,
  BENCH_SERVICE,
} from '../openTab/benchWorld';
import { startBenchClusters } from '../openTab/startBenchClusters';
import { percentile } from '../percentile';
import { processFigures } from '../stream/processFigures';
import { LogServer } from './LogServer';
import { LogViewer } from './LogViewer';
import { measureFirstLines } from './screen/measureFirstLines';
import { kubectlLogs, OneShot, upstreamLogs } from './oneShot';

const BURST = 500_000;
const FIRST_LINES = 2_000;
const FIRST_ROUNDS = 10;
const VIEWERS = 5;
const SECONDS = 15;
const LONG_SECONDS = 600;
/** Milliseconds that the way through the portal may add to a line; all pods speak, so that none waits for a silent one. */
const DELAY_MS = 100;
const MB = 1024 * 1024;
const BURST_LIMIT_MS = 120_000;

/** How fast logs come to a screen, and what they cost the portal, beside `kubectl logs` and the stock plugin. */
export const logsBenchmark: Benchmark = {
  id: 'logs',
  async run(progress, { long }) {
    const clusters = await startBenchClusters(
      'embedded',
      { count: 1, pods: BENCH_PODS },
      progress,
    );
    const [cluster] = clusters.clusters;
    const server = await LogServer.start(cluster);
    try {
      progress('starting the portal');
      const served = { ...cluster, url: server.url };
      const portal = await BenchPortal.start({
        ...clusters,
        clusters: [served],
      });
      try {
        await portal.waitForPods(BENCH_PODS);
        const scene = { portal, server, cluster: served };
        const pod = await firstPod(served);
        progress(`one follow of ${BURST} lines`);
        const follow = await measureFollow(scene, pod);
        progress('the first lines of 20 pods');
        const first = await measureFirst(scene, pod);
        progress('the first lines on a screen');
        const { name, namespace } = BENCH_ENTITY.metadata;
        const screen = await measureFirstLines(
          {
            url: portal.url,
            token: portal.token,
            entity: `component/${namespace}/${name}`,
          },
          BENCH_PODS,
        );
        progress(`${VIEWERS * BENCH_PODS} follows`);
        const many = await measureMany(
          scene,
          (long ? LONG_SECONDS : SECONDS) * 1000,
        );
        return [...follow, ...first, ...screen, ...many];
      } finally {
        await portal.stop();
      }
    } finally {
      await server.stop();
      await clusters.stop();
    }
  },
};

interface Scene {
  readonly portal: BenchPortal;
  readonly server: LogServer;
  readonly cluster: {
    readonly name: string;
    readonly url: string;
    readonly token: string;
  };
}

function open({ portal, cluster }: Scene, body: object): Promise<LogViewer> {
  const { name, namespace } = BENCH_ENTITY.metadata;
  return LogViewer.open({
    url: `${portal.url}/api/workloads/entities/component/${namespace}/${name}/logs/stream`,
    token: portal.token,
    body: {
      sources: [
        {
          cluster: cluster.name,
          namespace: BENCH_NAMESPACE,
          container: BENCH_SERVICE,
          ...body,
        },
      ],
    },
  });
}

async function firstPod(cluster: Scene['cluster']): Promise<string> {
  const { body } = await request(
    `${cluster.url}/api/v1/namespaces/${BENCH_NAMESPACE}/pods`,
    { headers: { authorization: `Bearer ${cluster.token}` } },
  );
  const { items } = (await body.json()) as {
    items: { metadata: { name: string } }[];
  };
  return items[0].metadata.name;
}

async function measurePeers(
  { portal, cluster }: Scene,
  pod: string,
): Promise<{ kubectl: OneShot; upstream: OneShot }> {
  const log = {
    namespace: BENCH_NAMESPACE,
    pod,
    container: BENCH_SERVICE,
    token: cluster.token,
  };
  return {
    kubectl: await kubectlLogs({ ...log, url: cluster.url }),
    upstream: await upstreamLogs({
      ...log,
      portal: portal.url,
      token: portal.token,
      cluster: cluster.name,
    }),
  };
}

async function measureFollow(
  scene: Scene,
  pod: string,
): Promise<BenchResult[]> {
  scene.server.mode = { kind: 'burst', lines: BURST };
  const before = processFigures(scene.portal.pid).rss;
  let highest = before;
  const viewer = await open(scene, { pod });
  const until = Date.now() + BURST_LIMIT_MS;
  while (viewer.lines + viewer.dropped < BURST && Date.now() < until) {
    await sleep(50);
    highest = Math.max(highest, processFigures(scene.portal.pid).rss);
  }
  await viewer.close();
  const rate = (viewer.lines / viewer.lastMs) * 1000;
  const { kubectl, upstream } = await measurePeers(scene, pod);
  const rateOf = ({ lines, ms }: OneShot) => (lines / ms) * 1000;
  return [
    {
      id: 'logs.follow.rate',
      what: `Lines a second of one follow, 150 B each, ${BURST} at once; the peer is kubectl logs, without merging or levels`,
      value: rate,
      unit: 'lines/s',
      peer: rateOf(kubectl),
      goal: '>= 50000 lines/s',
      met: rate >= 50_000,
    },
    {
      id: 'logs.follow.upstream',
      what: 'The same beside the one-shot log of the stock plugin',
      value: rate,
      unit: 'lines/s',
      peer: rateOf(upstream),
      goal: '>= 50000 lines/s',
      met: rate >= 50_000,
    },
    {
      id: 'logs.follow.lost',
      what: 'Lines that did not come, of one follow at full speed',
      value: BURST - viewer.lines,
      unit: 'lines',
      limit: 0,
      goal: '0 lines',
      met: viewer.lines === BURST,
    },
    {
      id: 'logs.follow.memory',
      what: 'Growth of the portal, resident, while it hands on 75 MB of log',
      value: (highest - before) / MB,
      unit: 'MB',
      goal: '<= 150 MB',
      met: highest - before <= 150 * MB,
    },
  ];
}

async function measureFirst(scene: Scene, pod: string): Promise<BenchResult[]> {
  scene.server.mode = { kind: 'burst', lines: FIRST_LINES };
  const times: number[] = [];
  for (let round = 0; round < FIRST_ROUNDS; round += 1) {
    const viewer = await open(scene, {});
    while (viewer.firstMs === undefined) {
      await sleep(5);
    }
    times.push(viewer.firstMs);
    await viewer.close();
  }
  const { kubectl, upstream } = await measurePeers(scene, pod);
  const p50 = percentile(times, 0.5);
  return [
    {
      id: 'logs.first.p50',
      what: `Time (p50) until the first lines of ${BENCH_PODS} pods are there; the peer is kubectl logs of one pod`,
      value: p50,
      unit: 'ms',
      peer: kubectl.firstMs,
      goal: '<= 500 ms',
      met: p50 <= 500,
    },
    {
      id: 'logs.first.upstream',
      what: 'The same beside the one-shot log of one pod in the stock plugin',
      value: p50,
      unit: 'ms',
      peer: upstream.firstMs,
      goal: '<= 500 ms',
      met: p50 <= 500,
    },
  ];
}

async function measureMany(scene: Scene, ms: number): Promise<BenchResult[]> {
  scene.server.mode = { kind: 'steady', everyMs: 10 };
  const viewers: LogViewer[] = [];
  for (let index = 0; index < VIEWERS; index += 1) {
    viewers.push(await open(scene, {}));
  }
  await sleep(3_000);
  viewers.forEach(viewer => viewer.delays.splice(0));
  const before = processFigures(scene.portal.pid).cpuMs;
  const linesBefore = viewers.reduce((sum, { lines }) => sum + lines, 0);
  await sleep(ms);
  const cpu = processFigures(scene.portal.pid).cpuMs - before;
  const lines =
    viewers.reduce((sum, viewer) => sum + viewer.lines, 0) - linesBefore;
  const dropped = viewers.reduce((sum, viewer) => sum + viewer.dropped, 0);
  const delays = viewers.flatMap(viewer => viewer.delays);
  await Promise.all(viewers.map(viewer => viewer.close()));
  const p99 = percentile(delays, 0.99);
  const part = (100 * cpu) / ms;
  const rate = (lines / ms) * 1000;
  const where = `${VIEWERS * BENCH_PODS} follows, ${Math.round(
    rate,
  )} lines/s in all, ${dropped} left out`;
  return [
    {
      id: 'logs.many.cpu',
      what: `Part of a core that the portal takes, ${where}`,
      value: part,
      unit: '%',
      goal: '<= 30 %',
      met: part <= 30,
    },
    {
      id: 'logs.many.p99',
      what: `Delay (p99) of a line from its pod to the wire, ${where}`,
      value: p99,
      unit: 'ms',
      goal: `<= ${DELAY_MS} ms`,
      met: p99 <= DELAY_MS,
    },
  ];
}
