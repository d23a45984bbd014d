import {
  detectLogLevel,
  LogLevel,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogHistoryLine } from '@domaindeck/backstage-plugin-workloads-node';
import { LokiClient } from '../http/LokiClient';
import { scannedOf } from '../http/responses';
import { LogQuery } from '../logql/types';
import { printQuery } from '../logql/print';
import { timeOfNanos } from './nanoTime';
import { ScopeCheck } from './ScopeCheck';

/** A line with its nanoseconds since 1970. */
export interface TimedLine extends LogHistoryLine {
  readonly nanos: bigint;
}

/** What one request gave. */
export interface ReadLines {
  /** Oldest first; lines of one time in the order of their streams' names, then as they were written. */
  readonly lines: readonly TimedLine[];
  /** Lines that Loki sent, with those that are of another level or place. */
  readonly sent: number;
  readonly oldest?: bigint;
  readonly newest?: bigint;
  readonly scanned?: number;
}

/** Reads lines of one query. */
export class LineReader {
  readonly query: LogQuery;
  readonly signal: AbortSignal;
  readonly #client: LokiClient;
  readonly #check: ScopeCheck;
  readonly #levels?: ReadonlySet<LogLevel>;

  static create(options: {
    readonly client: LokiClient;
    readonly query: LogQuery;
    readonly check: ScopeCheck;
    readonly levels?: readonly LogLevel[];
    readonly signal: AbortSignal;
  }): LineReader {
    return new LineReader(options);
  }

  private constructor(options: {
    readonly client: LokiClient;
    readonly query: LogQuery;
    readonly check: ScopeCheck;
    readonly levels?: readonly LogLevel[];
    readonly signal: AbortSignal;
  }) {
    this.query = options.query;
    this.signal = options.signal;
    this.#client = options.client;
    this.#check = options.check;
    this.#levels = options.levels && new Set(options.levels);
  }

  /** Whether what Loki sends is looked through once more. */
  get sifts(): boolean {
    return this.#levels !== undefined;
  }

  /** @param range.to - not included */
  async read(range: {
    readonly from: bigint;
    readonly to: bigint;
    readonly direction: 'backward' | 'forward';
    readonly limit: number;
  }): Promise<ReadLines> {
    const { from, to, direction, limit } = range;
    const { result, stats } = await this.#client.lines(
      {
        query: printQuery(this.query),
        start: String(from),
        end: String(to),
        direction,
        limit: String(limit),
      },
      this.signal,
    );
    const lines: TimedLine[] = [];
    const times: bigint[] = [];
    for (const { stream, values } of sorted(result)) {
      const origin = this.#check.origin(stream);
      // Loki has turned what is asked for backward; one order serves both.
      const inOrder = direction === 'backward' ? values.toReversed() : values;
      for (const [time, text] of inOrder) {
        const nanos = BigInt(time);
        times.push(nanos);
        if (origin && this.#hasLevel(text)) {
          lines.push({ ...origin, at: timeOfNanos(nanos), text, nanos });
        }
      }
    }
    return {
      lines: lines.sort((a, b) => Number(a.nanos - b.nanos)),
      sent: times.length,
      oldest: least(times, (a, b) => a < b),
      newest: least(times, (a, b) => a > b),
      scanned: scannedOf(stats),
    };
  }

  #hasLevel(text: string): boolean {
    return this.#levels?.has(detectLogLevel(text) ?? 'info') ?? true;
  }
}

/** In an order that does not hang on how Loki found them: a page that follows has to leave out what was shown. */
function sorted<
  T extends { readonly stream: Readonly<Record<string, string>> },
>(streams: readonly T[]): T[] {
  const keyed = streams.map(stream => ({
    stream,
    key: JSON.stringify(
      Object.entries(stream.stream).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }));
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ stream }) => stream);
}

function least(
  times: readonly bigint[],
  before: (a: bigint, b: bigint) => boolean,
): bigint | undefined {
  return times.reduce<bigint | undefined>(
    (best, time) => (best === undefined || before(time, best) ? time : best),
    undefined,
  );
}
