export { TimeSeries } from './chart';
export type { TimeSeriesLine, TimeSeriesProps } from './chart';
export { MetricPanelCard } from './MetricPanelCard';
export { metricsApiRef } from './metricsApiRef';
export { csvOf, metricScale, panelLines, tableOf } from './model';
export type { MetricScale, PanelLine, PanelTable, TimeMark } from './model';
export { useMetricText } from './useMetricText';
export type { MetricText, MetricTextKey } from './useMetricText';
