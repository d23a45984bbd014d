import { Benchmark } from '../Benchmark';
import { LoadClusters } from '../load/LoadClusters';
import { measureSync } from './measureSync';

const CLUSTERS = 50;
const PODS = 2_000;
const POD_BYTES = 15_000;
/** Of the peer, one cluster stands for all: fifty would not fit into most machines. */
const PEER_CLUSTERS = 4;
const MB = 1024 * 1024;

/** What docs/operations.md advises for many clusters: a runtime that gives back what reading them took. */
const FRUGAL = {
  execArgv: ['--max-semi-space-size=4'],
  env: {
    MALLOC_ARENA_MAX: '1',
    MALLOC_MMAP_THRESHOLD_: '32768',
    MALLOC_TRIM_THRESHOLD_: '131072',
  },
};

async function measure(keeper: 'ours' | 'peer', clusters: number) {
  const load = await LoadClusters.start(
    Array.from({ length: clusters }, (_, index) => ({
      name: `cluster-${index + 1}`,
      entityPods: 0,
      otherPods: PODS,
      podBytes: POD_BYTES,
    })),
  );
  try {
    const figures = await measureSync(keeper, load, clusters * PODS, FRUGAL);
    const pods = clusters * PODS;
    return {
      ...figures,
      perPod: figures.kept / pods,
      heapPerPod: figures.heap / pods,
    };
  } finally {
    await load.stop();
  }
}

/** What 50 clusters of 2,000 pods add to a process, with their Deployments, ReplicaSets, namespaces and indexes. */
export const memoryBenchmark: Benchmark = {
  id: 'memory',
  async run(progress) {
    progress('50 clusters of 2,000 pods of 15 KB');
    const ours = await measure('ours', CLUSTERS);
    progress('4 of them with the informer of client-node');
    const peer = await measure('peer', PEER_CLUSTERS);
    const what = 'by 50 clusters of 2,000 pods, after a collection';
    return [
      {
        id: 'memory.pod',
        what: `Memory (RSS) added for each pod ${what}`,
        value: ours.perPod,
        unit: 'B',
        peer: peer.perPod,
        goal: '<= 2560 B',
        met: ours.perPod <= 2560,
      },
      {
        id: 'memory.heap',
        what: `JavaScript heap in use, of the same, for each pod ${what}`,
        value: ours.heapPerPod,
        unit: 'B',
        peer: peer.heapPerPod,
        goal: '<= 2560 B',
        met: ours.heapPerPod <= 2560,
      },
      {
        id: 'memory.all',
        what: `Memory (RSS) added ${what}; the peer's is reckoned from ${PEER_CLUSTERS} clusters`,
        value: ours.kept / MB,
        unit: 'MB',
        peer: (peer.perPod * CLUSTERS * PODS) / MB,
        goal: '<= 400 MB',
        met: ours.kept <= 400 * MB,
      },
      {
        id: 'memory.time',
        what: 'Time until 50 clusters of 2,000 pods are known, all at once',
        value: ours.ms,
        unit: 'ms',
        goal: '<= 25000 ms',
        met: ours.ms <= 25_000,
      },
      {
        id: 'memory.stall',
        what: 'Longest time in which the process serves nobody, 50 clusters at once',
        value: ours.stallMs,
        unit: 'ms',
        peer: peer.stallMs,
        goal: '<= 50 ms',
        met: ours.stallMs <= 50,
      },
    ];
  },
};
