/** A condition on a label. `=~` and `!~` are for the whole value. */
export interface Matcher {
  readonly label: string;
  readonly is: '=' | '=~' | '!~';
  readonly value: string;
}

/** Conditions on labels: all of them, or one of several. */
export type LabelFilter =
  | Matcher
  | { readonly all: readonly LabelFilter[] }
  | { readonly any: readonly LabelFilter[] };

/** A condition on the text of a line. */
export interface LineFilter {
  readonly is: '|=' | '!=' | '|~' | '!~';
  readonly text: string;
}

/** Lines of some streams. The first part chooses streams, the others leave out lines in turn. */
export interface LogQuery {
  readonly streams: readonly Matcher[];
  readonly labels?: LabelFilter;
  readonly lines: readonly LineFilter[];
}

/** How many lines each step of a query has. */
export interface CountQuery {
  readonly of: LogQuery;
  /** Milliseconds that are counted together; Loki knows no finer span. */
  readonly span: bigint;
  /** Milliseconds before the moment of evaluation at which they end. A finer offset makes Loki find nothing. */
  readonly offset: bigint;
  readonly by: readonly string[];
}
