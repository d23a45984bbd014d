import { Benchmark } from '../Benchmark';
import { CacheProcess } from '../cache/CacheProcess';
import { LoadClusters } from '../load/LoadClusters';
import { percentile } from '../percentile';

const PODS = 10_000;
const RESETS = 10;
const LARGE = 'large';
const SMALL = 'small';
/** The first pod of a cluster of a load. */
const FIRST_POD = {
  namespace: 'load-1',
  name: 'service-1-6d8f7c9b5-00000',
};

/** How soon our cache is right again after connections broke, a cluster fell silent, or a history was lost. */
export const recoveryBenchmark: Benchmark = {
  id: 'recovery',
  async run(progress) {
    const load = await LoadClusters.start([
      { name: LARGE, entityPods: 0, otherPods: PODS, podBytes: 15_000 },
      { name: SMALL, entityPods: 0, otherPods: 100, podBytes: 15_000 },
    ]);
    const cache = await CacheProcess.start('ours');
    /** Changes the first pod, and waits until the cache knows. */
    const change = async () => {
      const startedAt = performance.now();
      const mark = await load.touchFirst(LARGE);
      await cache.waitForMark(LARGE, FIRST_POD, mark);
      return performance.now() - startedAt;
    };
    try {
      await cache.watch(load.clusters);
      await cache.waitForPods(PODS + 100);
      progress(`${RESETS} times all connections are cut`);
      const before = await load.counts();
      const resets: number[] = [];
      for (let count = 0; count < RESETS; count += 1) {
        await load.cut({ names: [LARGE], forget: false });
        resets.push(await change());
      }
      const after = await load.counts();
      const lists =
        after.lists -
        before.lists +
        after.initialWatches -
        before.initialWatches;
      progress('the history of 10,000 pods is lost');
      await load.cut({ names: [LARGE], forget: true });
      const expired = await change();
      progress('a cluster falls silent');
      const silentFrom = performance.now();
      await load.silence([SMALL], true);
      await cache.waitForState(SMALL, 'unreachable');
      const found = performance.now() - silentFrom;
      const backFrom = performance.now();
      await load.silence([SMALL], false);
      await cache.waitForState(SMALL, 'live');
      const back = performance.now() - backFrom;
      const p95 = percentile(resets, 0.95);
      return [
        {
          id: 'recovery.reset',
          what: 'Time (p95) from a cut of all connections until a change is known; client-node stops for good',
          value: p95,
          unit: 'ms',
          goal: '<= 1000 ms',
          met: p95 <= 1_000,
        },
        {
          id: 'recovery.lists',
          what: `Lists that ${RESETS} cuts of all connections cause`,
          value: lists,
          unit: 'lists',
          limit: 0,
          goal: '0 lists',
          met: lists === 0,
        },
        {
          id: 'recovery.expired',
          what: 'Time from the loss of the history of 10,000 pods until a change is known',
          value: expired,
          unit: 'ms',
          goal: '<= 3000 ms',
          met: expired <= 3_000,
        },
        {
          id: 'recovery.silent',
          what: 'Time until a cluster that accepts connections and says nothing is found out',
          value: found,
          unit: 'ms',
          goal: '<= 45000 ms',
          met: found <= 45_000,
        },
        {
          id: 'recovery.back',
          what: 'Time until it is live after it speaks again',
          value: back,
          unit: 'ms',
          goal: '<= 30000 ms',
          met: back <= 30_000,
        },
      ];
    } finally {
      await cache.stop();
      await load.stop();
    }
  },
};
