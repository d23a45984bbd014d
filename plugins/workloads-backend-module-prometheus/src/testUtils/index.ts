export { CountingGate } from './CountingGate';
export { FakePrometheus, matrix, presence } from './FakePrometheus';
export { metricQuery } from './metricQuery';
export { noConnection } from './noConnection';
export { selectorsOf } from './selectorsOf';
