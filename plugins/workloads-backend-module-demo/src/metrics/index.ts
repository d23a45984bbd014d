export { DemoMetricHistory } from './DemoMetricHistory';
