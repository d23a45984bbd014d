import { MetricScale, PanelLine, TimeMark } from '../model';

/**
 * A line with how it is called and drawn.
 * @public
 */
export interface TimeSeriesLine extends PanelLine {
  readonly title: string;
  readonly colour: string;
  readonly hidden?: boolean;
}

/**
 * What a chart draws.
 * @public
 */
export interface TimeSeriesProps {
  /** Read out in place of the picture. */
  readonly label: string;
  /** Where the cursor stands, and what is there, to be read out. */
  readonly cursor: { readonly index: number; readonly text: string };
  /** Seconds since 1970, one for each value of a line. */
  readonly times: readonly number[];
  readonly lines: readonly TimeSeriesLine[];
  /** `steps` for what changes at once and then stays, `bars` for what happened within each step. */
  readonly form: 'lines' | 'steps' | 'bars';
  /** Keys of two lines between which is tinted in the colour of the first. */
  readonly band?: readonly [string, string];
  /** What is written where nothing was measured. */
  readonly gaps: string;
  /** What happened, drawn over the time at which it did. */
  readonly marks: readonly TimeMark[];
  /** Whether marks say what they are, or leave it to their tooltip. */
  readonly flags: 'named' | 'small';
  readonly scale: MetricScale;
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels, 148 unless told. */
  readonly height?: number;
  /** Charts with the same key share one cursor. */
  readonly syncKey: string;
  /** Called with the place of the value under the cursor, undefined when it leaves. */
  readonly onCursor: (index: number | undefined) => void;
  /** Called with two moments (milliseconds) that were dragged over or moved to. */
  readonly onZoom: (from: number, to: number) => void;
  /** Called with the moment (milliseconds) that was chosen, and the marks that stand there. */
  readonly onPick: (at: number, marks: readonly TimeMark[]) => void;
}
