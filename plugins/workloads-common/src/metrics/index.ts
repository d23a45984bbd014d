export type { MetricsApi } from './MetricsApi';
export { MetricsClient } from './MetricsClient';
export { METRIC_PANELS } from './metricPanels';
export type {
  MetricEnvironment,
  MetricMark,
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricPanel,
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
  MetricsOverview,
  MetricSourceState,
  MetricsQuery,
  MetricUnit,
  MetricUsageAnswer,
  MetricUse,
  MetricWarning,
  ReleaseMark,
  RestartMark,
  ScalingMark,
  WorkloadUsage,
} from './types';
