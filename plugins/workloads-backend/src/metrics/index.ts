export { AuthorizedMetricsService } from './AuthorizedMetricsService';
export { ClusterMetricsSources } from './ClusterMetricsSources';
export { DefaultMetricsService } from './DefaultMetricsService';
export type { MetricsService } from './types';
