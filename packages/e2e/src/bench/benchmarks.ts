import { Benchmark } from './Benchmark';
import { memoryBenchmark } from './cache/memoryBenchmark';
import { syncBenchmark } from './cache/syncBenchmark';
import { watchBenchmark } from './cache/watchBenchmark';
import { openTabBenchmark } from './openTab/openTabBenchmark';
import { tabSizeBenchmark } from './tabSize/tabSizeBenchmark';

/** Everything that `npm run bench` measures, in this order. */
export const benchmarks: readonly Benchmark[] = [
  openTabBenchmark({ kind: 'embedded', count: 1 }),
  openTabBenchmark({ kind: 'embedded', count: 4 }),
  openTabBenchmark({ kind: 'embedded', count: 10 }),
  openTabBenchmark({ kind: 'real', count: 3 }),
  syncBenchmark,
  memoryBenchmark,
  watchBenchmark,
  tabSizeBenchmark,
];
