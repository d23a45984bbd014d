import type uPlot from 'uplot';
import { TimeSeriesProps } from './TimeSeriesProps';

/** What a chart reads while it draws, and tells of a pointer over it. */
export interface ChartCalls {
  /** What is drawn at present. */
  readonly props: () => TimeSeriesProps;
  /** What a flag says that stands for so many releases. */
  readonly releases: (count: number) => string;
  readonly onCursor: (chart: uPlot) => void;
  /** Calls after so many milliseconds; returns what takes it back. */
  readonly after: (ms: number, call: () => void) => () => void;
}
