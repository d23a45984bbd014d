/** How grave a line of the demo is. */
export type LineLevel = 'error' | 'warn' | 'info' | 'debug';

/** What a service writes into its log. */
export interface LineProfile {
  readonly form: 'json' | 'logfmt' | 'klog' | 'plain';
  /** Milliseconds from one line to the next, on average. */
  readonly period: number;
  /** Level, weight, message, and fields as `name=value` with holes to fill in. */
  readonly lines: readonly (readonly [
    level: LineLevel,
    weight: number,
    message: string,
    fields: string,
  ])[];
}
