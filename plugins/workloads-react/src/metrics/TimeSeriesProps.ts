import { MetricScale, PanelLine } from './model';

/**
 * Something that happened, drawn as a dotted line.
 * @public
 */
export interface TimeMark {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly label: string;
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
  readonly lines: readonly (PanelLine & {
    readonly colour: string;
    readonly hidden?: boolean;
  })[];
  readonly marks: readonly TimeMark[];
  readonly scale: MetricScale;
  /** Width in pixels. */
  readonly width: number;
  /** Charts with the same key share one cursor. */
  readonly syncKey: string;
  /** Called with the place of the value under the cursor, undefined when it leaves. */
  readonly onCursor: (index: number | undefined) => void;
  /** Called with two moments (milliseconds) that were dragged over. */
  readonly onZoom: (from: number, to: number) => void;
  /** Called with the moment (milliseconds) that was clicked. */
  readonly onPick: (at: number) => void;
}
