import { Benchmark } from './Benchmark';
import { chartBenchmark } from './chart/chartBenchmark';
import { decisionBenchmark } from './access/decisionBenchmark';
import { idleBenchmark } from './environments/idleBenchmark';
import { lifeBenchmark } from './environments/lifeBenchmark';
import { planBenchmark } from './environments/planBenchmark';
import { memoryBenchmark } from './cache/memoryBenchmark';
import { logsBenchmark } from './logs/logsBenchmark';
import { screenBenchmark } from './logs/screen/screenBenchmark';
import { metricsBenchmark } from './metrics/metricsBenchmark';
import { outageBenchmark } from './recovery/outageBenchmark';
import { recoveryBenchmark } from './recovery/recoveryBenchmark';
import { fanOutBenchmark } from './stream/fanOutBenchmark';
import { viewersBenchmark } from './stream/viewersBenchmark';
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
  openTabBenchmark({ kind: 'loaded', count: 10, pods: 20 }),
  openTabBenchmark({ kind: 'loaded', count: 10, pods: 100 }),
  fanOutBenchmark,
  viewersBenchmark,
  outageBenchmark,
  recoveryBenchmark,
  syncBenchmark,
  memoryBenchmark,
  watchBenchmark,
  tabSizeBenchmark,
  decisionBenchmark,
  planBenchmark,
  lifeBenchmark,
  idleBenchmark,
  logsBenchmark,
  screenBenchmark,
  metricsBenchmark,
  chartBenchmark,
];
