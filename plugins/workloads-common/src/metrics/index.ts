export type { MetricsApi } from './MetricsApi';
export { MetricsClient } from './MetricsClient';
export { METRIC_PANELS } from './metricPanels';
export type {
  MetricEnvironment,
  MetricPanel,
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
  MetricsOverview,
  MetricSourceState,
  MetricsQuery,
  MetricUnit,
  MetricWarning,
} from './types';
