export { FakePrometheus, matrix, presence } from './FakePrometheus';
export { metricQuery } from './metricQuery';
export { selectorsOf } from './selectorsOf';
