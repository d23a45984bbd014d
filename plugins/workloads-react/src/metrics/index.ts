export { TimeSeries } from './chart';
export type { TimeSeriesLine, TimeSeriesProps } from './chart';
export { MetricPanelCard } from './MetricPanelCard';
export { metricsApiRef } from './metricsApiRef';
export {
  across,
  csvOf,
  fullIn,
  metricScale,
  panelLines,
  restartBars,
  sumOf,
  tableOf,
} from './model';
export type {
  FullIn,
  MetricScale,
  PanelDetail,
  PanelLine,
  PanelTable,
  RestartBars,
  TimeMark,
  Value,
} from './model';
export { useMetricText } from './useMetricText';
export type { MetricText, MetricTextKey } from './useMetricText';
export { Sparkline, UsageCell, useMetricUsage } from './usage';
