import {
  LogLevel,
  LogOrigin,
  LogRecord,
  logTimeMs,
  LogTrouble,
} from '@domaindeck/backstage-plugin-workloads-common';
import { messageOf } from '../read/openLog';
import { LogStream } from '../stream/LogStream';
import { LogStreamOptions } from '../stream/StreamOptions';
import {
  FoundCounts,
  FoundLine,
  FoundLines,
  RangeQuery,
  RangeReader,
} from './RangeReader';
import { watchSilence } from './watchSilence';

/** Everything of a stream but what is asked. */
export type PodsRangeOptions = Omit<
  LogStreamOptions,
  'request' | 'signal' | 'onRead'
>;

/** A question of which only some lines are wanted. */
interface PodsQuery extends RangeQuery {
  /** Whether a line is one to give; all without it. */
  readonly accepts?: (line: FoundLine) => boolean;
}

type Told = Omit<FoundLines, 'lines' | 'more'>;

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
    query: PodsQuery & {
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

  /** @param query.origin - milliseconds since 1970 at which a step begins; that of the range unless told */
  async count(
    query: PodsQuery & { readonly step: number; readonly origin?: number },
  ): Promise<FoundCounts> {
    const { step, origin = logTimeMs(query.from) } = query;
    const counts = new Map<string, number>();
    const told = await this.#each(query, ({ at, level }) => {
      const bucket = Math.floor((logTimeMs(at) - origin) / step);
      const key = `${bucket} ${level}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return true;
    });
    return {
      ...told,
      counts: [...counts].map(([key, count]) => {
        const [bucket, level] = key.split(' ');
        return {
          at: origin + Number(bucket) * step,
          level: level as LogLevel,
          count,
        };
      }),
    };
  }

  /** @param onLine - false for no more */
  async #each(
    query: PodsQuery,
    onLine: (line: FoundLine) => boolean,
  ): Promise<Told> {
    const { accepts = () => true } = query;
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
    const watch = watchSilence(this.#options.clock, query.signal);
    const onRead = (at: string) => {
      watch.note();
      oldest = oldest === undefined || at < oldest ? at : oldest;
    };
    const origins = new Map<number, LogOrigin>();
    try {
      for await (const record of this.#records(
        { ...query, signal: watch.signal },
        onRead,
      )) {
        switch (record.type) {
          case 'source':
            origins.set(record.source, record.origin);
            break;
          case 'line': {
            const { source, at, text, level, bytes } = record;
            const origin = origins.get(source);
            const line = origin && { origin, at, text, level, bytes };
            if (line && accepts(line) && !onLine(line)) {
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
      if (watch.signal.aborted) {
        query.signal.throwIfAborted();
        const message = messageOf(watch.signal.reason);
        troubles.push({ cluster: this.#cluster, message });
      }
    } finally {
      watch.stop();
    }
    return told();
  }

  async *#records(
    query: RangeQuery,
    onRead: (at: string) => void,
  ): AsyncGenerator<LogRecord> {
    const { filter, from, to, selectors, previous, signal } = query;
    const batches = LogStream.batches({
      ...this.#options,
      // A range is one of the times that stand on the lines, whatever a cluster's clock says.
      scene: { ...this.#options.scene, skewOf: () => undefined },
      onRead,
      alsoPrevious: () => previous,
      signal,
      request: {
        ...filter,
        sources: selectors && [...selectors],
        since: from,
        until: to,
        follow: false,
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
