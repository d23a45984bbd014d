import {
  LogLevel,
  LogOrigin,
  LogRecord,
  logTimeMs,
  LogTrouble,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogStream } from '../stream/LogStream';
import { LogStreamOptions } from '../stream/StreamOptions';
import {
  FoundCounts,
  FoundLine,
  FoundLines,
  RangeQuery,
  RangeReader,
} from './RangeReader';

/** Everything of a stream but what is asked. */
export type PodsRangeOptions = Omit<LogStreamOptions, 'request' | 'signal'>;

/** Reads what the pods of a cluster still hold, which is some megabytes of each container. */
export class PodsRange implements RangeReader {
  readonly #cluster: string;
  readonly #options: PodsRangeOptions;

  static create(cluster: string, options: PodsRangeOptions): PodsRange {
    return new PodsRange(cluster, options);
  }

  private constructor(cluster: string, options: PodsRangeOptions) {
    this.#cluster = cluster;
    this.#options = options;
  }

  async search(
    query: RangeQuery & {
      readonly direction: 'backward' | 'forward';
      readonly limit: number;
    },
  ): Promise<FoundLines> {
    const { direction, limit } = query;
    let lines: FoundLine[] = [];
    let more = false;
    const told = await this.#each(query, line => {
      lines.push(line);
      if (direction === 'forward') {
        more = lines.length > limit;
        return !more;
      }
      if (lines.length > limit * 2) {
        lines = lines.slice(-limit);
        more = true;
      }
      return true;
    });
    more ||= lines.length > limit;
    return {
      ...told,
      lines:
        direction === 'forward' ? lines.slice(0, limit) : lines.slice(-limit),
      more,
    };
  }

  async count(
    query: RangeQuery & { readonly step: number },
  ): Promise<FoundCounts> {
    const start = logTimeMs(query.from);
    const counts = new Map<string, number>();
    const told = await this.#each(query, ({ at, level }) => {
      const bucket = Math.floor((logTimeMs(at) - start) / query.step);
      const key = `${bucket} ${level}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return true;
    });
    return {
      ...told,
      counts: [...counts].map(([key, count]) => {
        const [bucket, level] = key.split(' ');
        return {
          at: start + Number(bucket) * query.step,
          level: level as LogLevel,
          count,
        };
      }),
    };
  }

  /** @param onLine - false for no more */
  async #each(
    query: RangeQuery,
    onLine: (line: FoundLine) => boolean,
  ): Promise<Omit<FoundLines, 'lines' | 'more'> & { scanned: number }> {
    const troubles: LogTrouble[] = [];
    const gaps: { from: string; to: string }[] = [];
    let scanned = 0;
    let oldest: string | undefined;
    const told = () => ({
      cluster: this.#cluster,
      stored: false,
      scanned,
      troubles,
      gaps,
      oldest,
    });
    for (const previous of query.previous ? [true, false] : [false]) {
      const origins = new Map<number, LogOrigin>();
      for await (const record of this.#records(query, previous)) {
        switch (record.type) {
          case 'source':
            origins.set(record.source, record.origin);
            break;
          case 'line': {
            const { source, at, text, level, bytes } = record;
            const origin = origins.get(source);
            oldest = oldest === undefined || at < oldest ? at : oldest;
            if (origin && !onLine({ origin, at, text, level, bytes })) {
              return told();
            }
            break;
          }
          case 'gap':
            gaps.push({ from: record.from, to: record.to });
            break;
          case 'end':
            scanned += record.scanned ?? 0;
            break;
          default:
            troubles.push(...troubleOf(this.#cluster, record, origins));
        }
      }
    }
    return told();
  }

  async *#records(
    query: RangeQuery,
    previous: boolean,
  ): AsyncGenerator<LogRecord> {
    const { filter, from, to, selectors, signal } = query;
    const batches = LogStream.batches({
      ...this.#options,
      signal,
      request: {
        ...filter,
        sources: selectors && [...selectors],
        since: from,
        until: to,
        follow: false,
        previous,
      },
    });
    for await (const batch of batches) {
      yield* batch;
    }
  }
}

function troubleOf(
  cluster: string,
  record: LogRecord,
  origins: ReadonlyMap<number, LogOrigin>,
): LogTrouble[] {
  if (
    record.type !== 'state' ||
    (record.state !== 'failed' && record.state !== 'silent')
  ) {
    return [];
  }
  const origin = origins.get(record.source ?? 0);
  return [
    {
      cluster,
      namespace: origin?.namespace,
      pod: origin?.pod,
      container: origin?.container,
      message: record.message,
    },
  ];
}
