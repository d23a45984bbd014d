import { LoadClusters } from '../load/LoadClusters';
import { CacheProcess, Keeper } from './CacheProcess';

/** What it takes to read clusters for the first time. */
export interface SyncFigures {
  /** Milliseconds until every pod was there. */
  readonly ms: number;
  /** Of one core. */
  readonly cpuMs: number;
  readonly stallMs: number;
  /** Bytes added at the most, and bytes kept. */
  readonly peak: number;
  readonly kept: number;
  /** Bytes of the kept ones that are in use by JavaScript; the rest is room that the runtime holds on to. */
  readonly heap: number;
}

/** Lets a cache read clusters that nobody has read before, and ends it. */
export async function measureSync(
  keeper: Keeper,
  load: LoadClusters,
  pods: number,
  options?: Parameters<typeof CacheProcess.start>[1],
): Promise<SyncFigures> {
  const cache = await CacheProcess.start(keeper, options);
  try {
    const before = await cache.gauge();
    const startedAt = performance.now();
    await cache.watch(load.clusters);
    await cache.waitForPods(pods);
    const ms = performance.now() - startedAt;
    const after = await cache.gauge();
    return {
      ms,
      cpuMs: after.cpuMs - before.cpuMs,
      stallMs: after.stallMs,
      peak: after.peakRss - before.rss,
      kept: after.rss - before.rss,
      heap: after.heap - before.heap,
    };
  } finally {
    await cache.stop();
  }
}
