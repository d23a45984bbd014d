import {
  LogGapRecord,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A log line as the list holds it. Only what came over the network; what a row shows of it is worked out when the row is
 * drawn, because most of 100,000 lines are never seen.
 * @public
 */
export interface LogLineRow {
  readonly kind: 'line';
  /** Unique in its store, and stays when lines come before or after it. */
  readonly id: number;
  /** Place in {@link LogStore.sources}. */
  readonly source: number;
  /** RFC 3339, UTC, nine digits. */
  readonly at: string;
  readonly text: string;
  readonly level: LogLevel;
  /** The whole length of a line that was cut. */
  readonly bytes?: number;
}

/**
 * What a row says that is no line. `source` is a place in {@link LogStore.sources}.
 * @public
 */
export type LogNote =
  | {
      readonly kind: 'restarted';
      readonly source: number;
      readonly reason?: string;
      readonly exitCode?: number;
    }
  | {
      readonly kind: 'gap';
      readonly source?: number;
      readonly cluster?: string;
      readonly to: string;
      readonly reason?: LogGapRecord['reason'];
    }
  | {
      readonly kind: 'dropped';
      readonly count: number;
      readonly to: string;
      /** How many pods lost lines. */
      readonly pods: number;
    }
  | { readonly kind: 'joined' | 'left'; readonly source: number }
  | {
      readonly kind: 'waiting' | 'unreadable';
      readonly source: number;
      readonly reason?: string;
      readonly message: string;
    }
  | {
      readonly kind: 'silent';
      readonly cluster: string;
      /** RFC 3339. */
      readonly retryAt?: string;
    }
  | { readonly kind: 'answers'; readonly cluster: string }
  | { readonly kind: 'skewed'; readonly cluster: string; readonly ms: number }
  | {
      readonly kind: 'limited';
      readonly followed: number;
      readonly total: number;
    }
  | {
      readonly kind: 'seam';
      readonly cluster: string;
      /** Whether lines above it may be missing. */
      readonly unsure: boolean;
    };

/**
 * A row between the lines that is no line: started again, missing, left out, joined, silent, seam.
 * @public
 */
export interface LogNoteRow {
  readonly kind: 'note';
  readonly id: number;
  readonly at: string;
  readonly note: LogNote;
}

/**
 * One row of the list.
 * @public
 */
export type LogRow = LogLineRow | LogNoteRow;
