import { openToolCache } from '@domaindeck/control-plane';
import { Benchmark, BenchResult } from '../Benchmark';
import { BENCH_ENTITY, BENCH_VIEWERS } from './benchConfig';
import { BenchPortal } from './BenchPortal';
import { BENCH_PODS } from './benchWorld';
import { judgeOpening } from './judgeOpening';
import { measureViewers, TabCall } from './measureViewers';
import { BenchClusters, startBenchClusters } from './startBenchClusters';

/** Rounds of one measurement. The peer's are fewer, each takes that much longer. */
const ROUNDS = { ours: 60, peer: 20, peerLoaded: 3 };

/** Fifty of the peer's answers of 100 pods in ten clusters are 2.7 GB: no more than so many come at once. */
const PEER_VIEWERS = 8;

/** On which clusters a tab is opened. */
export type OpenTabOptions =
  | { readonly kind: 'embedded' | 'real'; readonly count: number }
  | {
      /** Among 2,000 other pods in each cluster. */
      readonly kind: 'loaded';
      readonly count: number;
      /** Of the service in each cluster. */
      readonly pods: number;
    };

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
  expected: number,
): Promise<void> {
  await portal.waitForPods(expected);
  await portal.waitFor("the peer's tab to show all pods", async () => {
    const { items } = await read<{
      items: { resources: { type: string; resources: object[] }[] }[];
    }>(tabs.peer);
    const pods = items.flatMap(({ resources }) =>
      resources
        .filter(({ type }) => type === 'pods')
        .flatMap(found => found.resources),
    );
    return pods.length === expected;
  });
}

function podsOf(options: OpenTabOptions): number {
  return options.kind === 'loaded' ? options.pods : BENCH_PODS;
}

async function measure(
  id: string,
  options: OpenTabOptions,
  clusters: BenchClusters,
  portal: BenchPortal,
  progress: (sentence: string) => void,
): Promise<BenchResult[]> {
  const { kind, count } = options;
  const pods = podsOf(options);
  const tabs = tabsOf(portal);
  const tokens = await portal.signInAll(BENCH_VIEWERS);
  const results: BenchResult[] = [];
  const counted = async (tab: TabCall, viewers: number, rounds: number) => {
    const before = await clusters.countRequests();
    const figures = await measureViewers(tab, { viewers, rounds, tokens });
    // Two rounds warm up and reach the clusters as well.
    const opened = viewers * (rounds + 2);
    return {
      ...figures,
      requests: ((await clusters.countRequests()) - before) / opened,
    };
  };
  for (const viewers of kind === 'loaded' ? [1, 50] : [1, 8]) {
    progress(`viewers at once: ${viewers}; ours, then the peer`);
    const floor = await measureViewers(tabs.floor, {
      viewers,
      rounds: ROUNDS.ours,
    });
    const ours = await counted(tabs.ours, viewers, ROUNDS.ours);
    const peer = await counted(
      tabs.peer,
      Math.min(viewers, PEER_VIEWERS),
      kind === 'loaded' ? ROUNDS.peerLoaded : ROUNDS.peer,
    );
    results.push(
      ...judgeOpening({
        id: `${id}.viewers-${viewers}`,
        place: `${count} ${kind} cluster${
          count > 1 ? 's' : ''
        } with ${pods} pods of the entity each${
          viewers > PEER_VIEWERS ? `; of the peer ${PEER_VIEWERS} viewers` : ''
        }`,
        viewers,
        clusters: count,
        pods,
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
  const { kind, count } = options;
  const pods = podsOf(options);
  const id = `open.${kind}-${count}${kind === 'loaded' ? `x${pods}` : ''}`;
  return {
    id,
    unavailable: () =>
      kind === 'real' && openToolCache().missing.length > 0
        ? 'needs the programs of a control plane; install Go and run "yarn control-plane build"'
        : undefined,
    async run(progress) {
      const clusters = await startBenchClusters(
        kind,
        { count, pods },
        progress,
      );
      try {
        progress('starting the portal');
        const portal = await BenchPortal.start(clusters);
        try {
          await waitUntilBothShowAll(portal, tabsOf(portal), count * pods);
          return await measure(id, options, clusters, portal, progress);
        } finally {
          await portal.stop();
        }
      } finally {
        await clusters.stop();
      }
    },
  };
}
