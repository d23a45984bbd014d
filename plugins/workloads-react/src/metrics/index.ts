export { MetricPanelCard } from './MetricPanelCard';
export { metricsApiRef } from './metricsApiRef';
export { csvOf, metricScale, panelLines, tableOf } from './model';
export type { MetricScale, PanelLine, PanelTable } from './model';
export { TimeSeries } from './TimeSeries';
export type { TimeMark, TimeSeriesProps } from './TimeSeriesProps';
export { useMetricText } from './useMetricText';
export type { MetricText, MetricTextKey } from './useMetricText';
