import {
  CallOptions,
  LogContext,
  LogContextRequest,
  LogDownloadRequest,
  LogHistogram,
  LogHistogramRequest,
  LogLevelCounts,
  LogPage,
  LogRecord,
  LogsApi,
  LogSearchRequest,
  LogSources,
  LogStreamRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryLine } from './InMemoryLine';
import { RecordQueue } from './RecordQueue';
import { showsLine } from './showsLine';

/**
 * What an {@link InMemoryLogsApi} holds.
 * @public
 */
export interface InMemoryLogs {
  readonly sources: LogSources;
  /** Oldest first. */
  readonly lines: readonly InMemoryLine[];
}

interface OpenStream {
  readonly request: LogStreamRequest;
  readonly queue: RecordQueue<LogRecord>;
  readonly declared: Map<string, number>;
}

/**
 * The part of the contract that reads logs in memory, for tests and development apps: one entity's lines, whatever entity
 * is asked for. {@link InMemoryLogsApi.write} appends lines and tells every open stream.
 * @public
 */
export class InMemoryLogsApi implements LogsApi {
  #sources: LogSources;
  readonly #lines: InMemoryLine[];
  readonly #streams = new Set<OpenStream>();
  readonly #failures = new Map<keyof LogsApi, Error>();
  readonly #asked: { method: keyof LogsApi; request: unknown }[] = [];

  static create(world: InMemoryLogs): InMemoryLogsApi {
    return new InMemoryLogsApi(world);
  }

  private constructor(world: InMemoryLogs) {
    this.#sources = world.sources;
    this.#lines = [...world.lines];
  }

  /** What was asked so far, in order. */
  asked(): readonly { method: keyof LogsApi; request: unknown }[] {
    return this.#asked;
  }

  openStreams(): number {
    return this.#streams.size;
  }

  /** Makes a method throw until {@link InMemoryLogsApi.mend} is called; open streams break with the error. */
  fail(method: keyof LogsApi, error: Error): void {
    this.#failures.set(method, error);
    if (method === 'streamLogs') {
      [...this.#streams].forEach(stream => stream.queue.break(error));
    }
  }

  /** Makes a method work again. */
  mend(method: keyof LogsApi): void {
    this.#failures.delete(method);
  }

  setSources(sources: LogSources): void {
    this.#sources = sources;
  }

  /** Appends lines, as pods do. */
  write(lines: readonly InMemoryLine[]): void {
    this.#lines.push(...lines);
    for (const stream of this.#streams) {
      lines
        .filter(line => showsLine(stream.request, line))
        .forEach(line => send(stream, line));
      stream.queue.put(this.#heartbeat(stream.request));
    }
  }

  /** Sends records to every open stream as they are. */
  tell(...records: LogRecord[]): void {
    this.#streams.forEach(({ queue }) =>
      records.forEach(record => queue.put(record)),
    );
  }

  async getLogSources(): Promise<LogSources> {
    this.#note('getLogSources', undefined);
    return this.#sources;
  }

  async *streamLogs(
    _entityRef: string,
    request: LogStreamRequest,
    options?: CallOptions,
  ): AsyncGenerator<LogRecord> {
    this.#note('streamLogs', request);
    const stream: OpenStream = {
      request,
      queue: RecordQueue.of<LogRecord>([]),
      declared: new Map(),
    };
    const close = () => stream.queue.close();
    options?.signal?.addEventListener('abort', close);
    this.#streams.add(stream);
    try {
      this.#linesFrom(request.cursor)
        .filter(line => showsLine(request, line))
        .forEach(line => send(stream, line));
      const heartbeat = this.#heartbeat(request);
      stream.queue.put(heartbeat);
      if (request.previous || request.until || request.follow === false) {
        stream.queue.put({ ...heartbeat, type: 'end', reason: 'complete' });
      }
      yield* stream.queue.read();
    } finally {
      options?.signal?.removeEventListener('abort', close);
      this.#streams.delete(stream);
    }
  }

  async searchLogs(
    _entityRef: string,
    request: LogSearchRequest,
  ): Promise<LogPage> {
    this.#note('searchLogs', request);
    const lines = this.#lines.filter(
      line => isWithin(line, request) && showsLine(request, line),
    );
    const end = Number(request.cursor ?? lines.length);
    const start = Math.max(0, end - (request.limit ?? 200));
    const origins = [...new Set(lines.map(line => line.origin))];
    const items = lines.slice(start, end).map(line => ({
      source: origins.indexOf(line.origin),
      at: line.at,
      text: line.text,
      level: line.level,
    }));
    return {
      items,
      sources: origins,
      ...(start > 0 && { nextCursor: String(start) }),
      scanned: this.#lines.length,
      matched: items.length,
      troubles: [],
      clusters: this.#sources.clusters,
    };
  }

  async getLogContext(
    _entityRef: string,
    request: LogContextRequest,
  ): Promise<LogContext> {
    this.#note('getLogContext', request);
    const { source, at, text, before = 5, after = 5 } = request;
    const lines = this.#lines.filter(
      ({ origin }) =>
        origin.cluster === source.cluster &&
        origin.namespace === source.namespace &&
        origin.pod === source.pod &&
        origin.container === source.container,
    );
    const place = lines.findIndex(
      line => line.at === at && (text === undefined || line.text === text),
    );
    const entries = lines.map(line => ({
      source: 0,
      at: line.at,
      text: line.text,
      level: line.level,
    }));
    return {
      origin: lines[place]?.origin ?? source,
      before:
        place < 0 ? [] : entries.slice(Math.max(0, place - before), place),
      line: entries[place],
      after: place < 0 ? [] : entries.slice(place + 1, place + 1 + after),
      moreBefore: place > before,
      moreAfter: place >= 0 && place + 1 + after < entries.length,
    };
  }

  async getLogHistogram(
    _entityRef: string,
    request: LogHistogramRequest,
  ): Promise<LogHistogram> {
    this.#note('getLogHistogram', request);
    const from = Date.parse(request.from);
    const to = Date.parse(request.to);
    const step =
      Math.ceil((to - from) / (request.buckets ?? 120) / 1000) * 1000;
    const buckets = Array.from(
      { length: Math.ceil((to - from) / step) },
      (_, index) => ({
        at: new Date(from + index * step).toISOString(),
        counts: noCounts(),
      }),
    );
    const lines = this.#lines.filter(
      line => isWithin(line, request) && showsLine(request, line),
    );
    lines.forEach(line => {
      const place = Math.floor((Date.parse(line.at) - from) / step);
      buckets[place].counts[line.level] += 1;
    });
    return {
      from: request.from,
      to: request.to,
      step: `PT${step / 1000}S`,
      buckets,
      scanned: this.#lines.length,
      matched: lines.length,
      troubles: [],
      clusters: this.#sources.clusters,
    };
  }

  async downloadLogs(
    _entityRef: string,
    request: LogDownloadRequest,
  ): Promise<ReadableStream<Uint8Array>> {
    this.#note('downloadLogs', request);
    const text = this.#lines
      .filter(line => showsLine(request, line))
      .map(line => `${line.at} ${line.origin.pod} ${line.text}\n`)
      .join('');
    return new ReadableStream({
      start: stream => {
        stream.enqueue(new TextEncoder().encode(text));
        stream.close();
      },
    });
  }

  /** As the contract says: after a cursor, the lines of the last second come again. */
  #linesFrom(cursor: string | undefined): readonly InMemoryLine[] {
    const given = Number(cursor ?? 0);
    const last = this.#lines[given - 1];
    const again = last ? Date.parse(last.at) - 1_000 : 0;
    return this.#lines.filter(
      (line, index) => index >= given || Date.parse(line.at) >= again,
    );
  }

  #note(method: keyof LogsApi, request: unknown): void {
    this.#asked.push({ method, request });
    const error = this.#failures.get(method);
    if (error) {
      throw error;
    }
  }

  #heartbeat(request: LogStreamRequest) {
    const levels = noCounts();
    const { levels: _, ...rest } = request;
    this.#lines
      .filter(line => showsLine(rest, line))
      .forEach(line => {
        levels[line.level] += 1;
      });
    const matched = this.#lines.filter(line => showsLine(request, line)).length;
    return {
      type: 'heartbeat' as const,
      at: this.#lines.at(-1)?.at ?? new Date(0).toISOString(),
      cursor: String(this.#lines.length),
      scanned: this.#lines.length,
      matched,
      levels,
    };
  }
}

function send(stream: OpenStream, line: InMemoryLine): void {
  const { origin, at, text, level } = line;
  const key = [origin.cluster, origin.pod, origin.container, origin.run].join();
  let source = stream.declared.get(key);
  if (source === undefined) {
    source = stream.declared.size;
    stream.declared.set(key, source);
    stream.queue.put({ type: 'source', source, key, origin });
  }
  stream.queue.put({ type: 'line', source, at, text, level });
}

function isWithin(
  line: InMemoryLine,
  range: { from: string; to: string },
): boolean {
  const at = Date.parse(line.at);
  return at >= Date.parse(range.from) && at < Date.parse(range.to);
}

function noCounts(): LogLevelCounts {
  return { error: 0, warn: 0, info: 0, debug: 0 };
}
