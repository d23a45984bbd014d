import { openToolCache } from '@domaindeck/control-plane';
import { Benchmark, BenchResult } from '../Benchmark';
import { BENCH_ENTITY } from './benchConfig';
import { BenchPortal } from './BenchPortal';
import { BENCH_PODS } from './benchWorld';
import { judgeOpening } from './judgeOpening';
import { measureViewers, TabCall } from './measureViewers';
import { BenchClusters, startBenchClusters } from './startBenchClusters';

/** Rounds of one measurement. The peer's are fewer, each takes that much longer. */
const ROUNDS = { ours: 60, peer: 20 };

/** On which clusters a tab is opened. */
export interface OpenTabOptions {
  readonly kind: 'embedded' | 'real';
  readonly count: number;
}

interface Tabs {
  readonly ours: TabCall;
  readonly peer: TabCall;
  /** An answer without any work of a plugin. */
  readonly floor: TabCall;
}

function tabsOf({ url, token }: BenchPortal): Tabs {
  const { name, namespace } = BENCH_ENTITY.metadata;
  return {
    ours: {
      method: 'GET',
      url: `${url}/api/workloads/entities/component/${namespace}/${name}/workloads`,
      token,
    },
    peer: {
      method: 'POST',
      url: `${url}/api/kubernetes/services/${name}`,
      token,
      body: { entity: BENCH_ENTITY, auth: {} },
    },
    floor: {
      method: 'GET',
      url: `${url}/.backstage/health/v1/liveness`,
      token,
    },
  };
}

async function read<T>({ method, url, token, body }: TabCall): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** Both tabs must show all pods of all clusters, ready, before anything is worth measuring. */
async function waitUntilBothShowAll(
  portal: BenchPortal,
  tabs: Tabs,
  count: number,
): Promise<void> {
  await portal.waitFor('our tab to show all pods', async () => {
    const { items } = await read<{
      items: { replicas: { ready: number }; pods: object[] }[];
    }>(tabs.ours);
    const ready = items.reduce((sum, item) => sum + item.replicas.ready, 0);
    const pods = items.reduce((sum, item) => sum + item.pods.length, 0);
    return ready === count * BENCH_PODS && pods === ready;
  });
  await portal.waitFor("the peer's tab to show all pods", async () => {
    const { items } = await read<{
      items: { resources: { type: string; resources: object[] }[] }[];
    }>(tabs.peer);
    const pods = items.flatMap(({ resources }) =>
      resources
        .filter(({ type }) => type === 'pods')
        .flatMap(found => found.resources),
    );
    return pods.length === count * BENCH_PODS;
  });
}

async function measure(
  id: string,
  { kind, count }: OpenTabOptions,
  clusters: BenchClusters,
  tabs: Tabs,
  progress: (sentence: string) => void,
): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  const counted = async (tab: TabCall, viewers: number, rounds: number) => {
    const before = clusters.countRequests();
    const figures = await measureViewers(tab, { viewers, rounds });
    // Two rounds warm up and reach the clusters as well.
    const opened = viewers * (rounds + 2);
    return {
      ...figures,
      requests: (clusters.countRequests() - before) / opened,
    };
  };
  for (const viewers of [1, 8]) {
    progress(`viewers at once: ${viewers}; ours, then the peer`);
    const floor = await measureViewers(tabs.floor, {
      viewers,
      rounds: ROUNDS.ours,
    });
    const ours = await counted(tabs.ours, viewers, ROUNDS.ours);
    const peer = await counted(tabs.peer, viewers, ROUNDS.peer);
    results.push(
      ...judgeOpening({
        id: `${id}.viewers-${viewers}`,
        place: `${count} ${kind} cluster${
          count > 1 ? 's' : ''
        } with ${BENCH_PODS} pods of the entity each`,
        viewers,
        clusters: count,
        ours,
        peer,
        floor,
      }),
    );
  }
  return results;
}

/**
 * Opens the tab of one component through ours and through the stock Kubernetes plugin, in one portal, on the same
 * clusters. Each tab's one call that brings its table is measured, warm; the peer repeats its own every 10 s.
 */
export function openTabBenchmark(options: OpenTabOptions): Benchmark {
  const id = `open.${options.kind}-${options.count}`;
  return {
    id,
    unavailable: () =>
      options.kind === 'real' && openToolCache().missing.length > 0
        ? 'needs the programs of a control plane; install Go and run "yarn control-plane build"'
        : undefined,
    async run(progress) {
      const clusters = await startBenchClusters(
        options.kind,
        options.count,
        progress,
      );
      try {
        progress('starting the portal');
        const portal = await BenchPortal.start(clusters);
        try {
          const tabs = tabsOf(portal);
          await waitUntilBothShowAll(portal, tabs, options.count);
          return await measure(id, options, clusters, tabs, progress);
        } finally {
          await portal.stop();
        }
      } finally {
        await clusters.stop();
      }
    },
  };
}
