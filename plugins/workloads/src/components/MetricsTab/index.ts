export { LegacyMetricsTab } from './LegacyMetricsTab';
export { MetricsTab } from './MetricsTab';
