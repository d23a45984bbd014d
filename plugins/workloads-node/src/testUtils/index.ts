/**
 * Fakes for tests of code that reads clusters.
 *
 * @packageDocumentation
 */
export { clusterDefinition } from './clusterDefinition';
export { FakeClock } from './FakeClock';
export { FakeClusterConnection } from './FakeClusterConnection';
export type { FakeAnswer } from './FakeClusterConnection';
export { FakeLogHistory } from './FakeLogHistory';
export { FakeMetricSource } from './FakeMetricSource';
export type { FakeMetricSeries } from './FakeMetricSource';
