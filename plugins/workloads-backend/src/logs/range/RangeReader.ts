import {
  LogFilter,
  LogLevel,
  LogOrigin,
  LogSelector,
  LogTrouble,
} from '@domaindeck/backstage-plugin-workloads-common';

/** A part of time, and what of it is wanted. */
export interface RangeQuery {
  readonly filter: Pick<LogFilter, 'include' | 'exclude' | 'levels'>;
  /** Undefined for the main containers of all workloads. */
  readonly selectors: readonly LogSelector[] | undefined;
  /** UTC with nine digits. */
  readonly from: string;
  /** UTC with nine digits; not included. */
  readonly to: string;
  /** Also the run before the last restart, where lines come from the pods. */
  readonly previous: boolean;
  readonly signal: AbortSignal;
}

/** One line with where it comes from. */
export interface FoundLine {
  readonly origin: LogOrigin;
  readonly at: string;
  readonly text: string;
  readonly level: LogLevel;
  readonly bytes?: number;
}

/** Where stored and live lines were joined for an answer. */
export interface FoundSeam {
  /** From where the pods were asked; another page of the same question has to be joined there too. */
  readonly from: string;
  /** The first line of any pod; undefined when the part of time that is answered has none. */
  readonly oldest?: string;
  /** Whether the store was not seen to hold the lines of the seam; undefined when it was not looked at again. */
  readonly unsure?: boolean;
}

/** What one cluster gives of a search. */
export interface FoundLines {
  readonly cluster: string;
  /** Whether a history answered. */
  readonly stored: boolean;
  /** Oldest first. */
  readonly lines: readonly FoundLine[];
  /** Whether the range holds more in the direction of the search. */
  readonly more: boolean;
  readonly scanned?: number;
  readonly troubles: readonly LogTrouble[];
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  /** The oldest line of the range that the pods still hold, whatever the filter says of it, where they answered alone. */
  readonly oldest?: string;
  /** Where both a history and the pods answered. */
  readonly seam?: FoundSeam;
}

/** What one cluster gives of a histogram. */
export interface FoundCounts {
  readonly cluster: string;
  readonly stored: boolean;
  readonly counts: readonly {
    readonly at: number;
    readonly level: LogLevel;
    readonly count: number;
  }[];
  readonly scanned?: number;
  readonly troubles: readonly LogTrouble[];
  readonly oldest?: string;
  readonly seam?: FoundSeam;
}

/** Reads a part of time of one cluster. Failures are data: other clusters of the same question are not touched. */
export interface RangeReader {
  /** @param query.seamFrom - where an earlier page of the same question was joined */
  search(
    query: RangeQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
      readonly seamFrom?: string;
    },
  ): Promise<FoundLines>;
  /** @param query.step - milliseconds; steps begin at `from` */
  count(query: RangeQuery & { readonly step: number }): Promise<FoundCounts>;
}
