/** The labels that say where a line comes from. */
export interface LabelMapping {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** How the lines of a cluster are labelled. */
export interface LabelScheme extends LabelMapping {
  /**
   * Which of the labels make up streams. The others stand beside each line, where OpenTelemetry puts what has too many
   * values, and are compared line by line.
   */
  readonly indexed: ReadonlySet<string>;
}
