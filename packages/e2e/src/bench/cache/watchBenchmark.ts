import { Benchmark } from '../Benchmark';
import { LoadClusters } from '../load/LoadClusters';
import { CacheProcess, Keeper } from './CacheProcess';
import { parseFloor } from './parseFloor';

const PODS = 2_000;
const POD_BYTES = 15_000;
const PER_SECOND = 5_000;
/** The goal is ten minutes; as many seconds stand for them where no long run is wanted. */
const SECONDS = { short: 30, long: 600 };
/** Of the peer a sample is enough. */
const PEER_SECONDS = 10;
const MB = 1024 * 1024;

async function measure(keeper: Keeper, load: LoadClusters, seconds: number) {
  const cache = await CacheProcess.start(keeper);
  try {
    await cache.watch(load.clusters);
    await cache.waitForPods(PODS);
    const before = await cache.gauge();
    const { times, backlog } = await load.churn({
      perSecond: PER_SECOND,
      seconds,
    });
    const endedAt = performance.now();
    await cache.waitForAllOf(load);
    const late = performance.now() - endedAt;
    const after = await cache.gauge();
    return {
      late,
      backlog,
      stallMs: after.stallMs,
      // Of a second's changes, however long they took.
      cores:
        (((after.cpuMs - before.cpuMs) / times.length) * PER_SECOND) / 1000,
      rate: times.length / (seconds + late / 1000),
    };
  } finally {
    await cache.stop();
  }
}

/** 5,000 changes a second of pods of 15 KB, from one cluster. */
export const watchBenchmark: Benchmark = {
  id: 'watch',
  async run(progress, { long }) {
    const seconds = long ? SECONDS.long : SECONDS.short;
    const load = await LoadClusters.start([
      { name: 'busy', entityPods: 0, otherPods: PODS, podBytes: POD_BYTES },
    ]);
    try {
      progress(`5,000 changes a second for ${seconds} s`);
      const ours = await measure('ours', load, seconds);
      progress(`the informer of client-node for ${PEER_SECONDS} s`);
      const peer = await measure('peer', load, PEER_SECONDS);
      const floor = parseFloor(PER_SECOND, POD_BYTES) / 1000;
      const where = `of 15 KB, for ${seconds} s`;
      return [
        {
          id: 'watch.rate',
          what: `Changes a second ${where}, none lost, until the last has arrived`,
          value: ours.rate,
          unit: '/s',
          peer: peer.rate,
          goal: '>= 4950 /s of 5,000',
          met: ours.rate >= 0.99 * PER_SECOND,
        },
        {
          id: 'watch.late',
          what: `Time by which the last of 5,000 changes a second ${where} is late`,
          value: ours.late,
          unit: 'ms',
          peer: peer.late,
          goal: '<= 500 ms',
          met: ours.late <= 500,
        },
        {
          id: 'watch.backlog',
          what: `Bytes that our reading is behind at the most, 5,000 changes a second ${where}`,
          value: ours.backlog / MB,
          unit: 'MB',
          peer: peer.backlog / MB,
          goal: '<= 75 MB, a second of changes',
          met: ours.backlog <= 75 * MB,
        },
        {
          id: 'watch.stall',
          what: `Longest time in which the process serves nobody, 5,000 changes a second ${where}`,
          value: ours.stallMs,
          unit: 'ms',
          peer: peer.stallMs,
          goal: '<= 50 ms',
          met: ours.stallMs <= 50,
        },
        {
          id: 'watch.cores',
          what: `Cores that 5,000 changes a second ${where} take`,
          value: ours.cores,
          unit: 'cores',
          peer: peer.cores,
          limit: floor,
          goal: '<= 1 core',
          met: ours.cores <= 1,
        },
      ];
    } finally {
      await load.stop();
    }
  },
};
