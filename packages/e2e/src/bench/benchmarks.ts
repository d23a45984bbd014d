import { Benchmark } from './Benchmark';
import { openTabBenchmark } from './openTab/openTabBenchmark';

/** Everything that `npm run bench` measures, in this order. */
export const benchmarks: readonly Benchmark[] = [
  openTabBenchmark({ kind: 'embedded', count: 1 }),
  openTabBenchmark({ kind: 'embedded', count: 4 }),
  openTabBenchmark({ kind: 'embedded', count: 10 }),
  openTabBenchmark({ kind: 'real', count: 3 }),
];
