/**
 * Fakes and builders for tests and development apps.
 *
 * @packageDocumentation
 */
export { anEnvironment, aWorkload } from './builders';
export { InMemoryLogsApi } from './InMemoryLogsApi';
export type { InMemoryLogs } from './InMemoryLogsApi';
export type { InMemoryLine } from './InMemoryLine';
export { InMemoryMetricsApi } from './InMemoryMetricsApi';
export type { InMemoryMetrics, InMemorySeries } from './InMemoryMetricsApi';
export { metricsWorld } from './metricsWorld';
export { aLogPod, logsWorld } from './logsWorld';
export { InMemoryWorkloadsApi } from './InMemoryWorkloadsApi';
export type { InMemoryWorld } from './InMemoryWorkloadsApi';
export { ManualClock } from './ManualClock';
export { paymentsWorld } from './paymentsWorld';
export { RecordQueue } from './RecordQueue';
