import type uPlot from 'uplot';
import { TimeSeriesProps } from './TimeSeriesProps';

/** The words that are drawn. */
export interface ChartWords {
  readonly noSamples: string;
  readonly releases: (count: number) => string;
}

/** What a chart reads while it draws, and tells of a pointer over it. */
export interface ChartCalls {
  /** What is drawn at present. */
  readonly props: () => TimeSeriesProps;
  readonly words: () => ChartWords;
  readonly onCursor: (chart: uPlot) => void;
  /** Calls after so many milliseconds; returns what takes it back. */
  readonly after: (ms: number, call: () => void) => () => void;
}
