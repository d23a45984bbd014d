export { TimeSeries } from './TimeSeries';
export type { TimeSeriesLine, TimeSeriesProps } from './TimeSeriesProps';
