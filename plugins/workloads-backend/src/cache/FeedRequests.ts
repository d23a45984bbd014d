import {
  Clock,
  ClusterConnection,
  ClusterError,
  ClusterResponse,
  readRetryAfter,
  readServerStatus,
  readWhole,
} from '@domaindeck/backstage-plugin-workloads-node';
import { FeedError } from './FeedError';
import { ListSplitter } from './ListSplitter';
import { statusProblem } from './statusProblem';
import { withoutManagedFields } from './withoutManagedFields';
import { TimeShare } from './TimeShare';

/** A list may have to wait in the API server's own queue before its first byte. */
const LIST_HEADERS_TIMEOUT_MS = 30_000;

const WATCH_HEADERS_TIMEOUT_MS = 10_000;

/**
 * API servers end a list after 60 s themselves. What trickles longer than this would hold one of the few lists that a
 * cluster may have in flight for as long as it likes.
 */
const PAGE_LIMIT_MS = 90_000;

const REFUSAL_LIMIT_MS = 10_000;
const REFUSAL_LIMIT_BYTES = 256 * 1024;

/** Asks for names, uids and versions only; a server that cannot leave out the rest sends all. */
const IDENTITIES_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** What one page of a list says beside its items. */
export interface ListPage {
  readonly resourceVersion: string | undefined;
  /** Where the next page starts; undefined on the last. */
  readonly next: string | undefined;
}

function parseStatus(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page or a plain text: the code alone has to do.
    return undefined;
  }
}

function dateOf(header: string | string[] | undefined): Date | undefined {
  const date = new Date(String(header ?? ''));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function parseList(text: string): object {
  const value = parseStatus(withoutManagedFields(text));
  if (typeof value !== 'object' || value === null) {
    throw new FeedError(
      'garbled',
      'the API server sent a list that is no JSON',
    );
  }
  return value;
}

/** Lists and watches of one cluster, their failures sorted into {@link FeedError}s. */
export class FeedRequests {
  readonly #connection: ClusterConnection;
  readonly #clock: Clock;
  readonly #timeShare: TimeShare;

  static create(options: {
    connection: ClusterConnection;
    clock: Clock;
    timeShare: TimeShare;
  }): FeedRequests {
    return new FeedRequests(options);
  }

  private constructor(options: {
    connection: ClusterConnection;
    clock: Clock;
    timeShare: TimeShare;
  }) {
    this.#connection = options.connection;
    this.#clock = options.clock;
    this.#timeShare = options.timeShare;
  }

  /** @throws FeedError */
  async watch(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ClusterResponse['body']> {
    const search = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      ...query,
    });
    // The loop has an alarm of its own for silence.
    const response = await this.#get(`${path}?${search}`, signal, {
      bodyTimeout: 0,
      // One that is resumed has nothing to wait for in the server's queue, and what hangs is not live.
      ...(query.sendInitialEvents
        ? {}
        : { headersTimeout: WATCH_HEADERS_TIMEOUT_MS }),
    });
    if (response.status === 200) {
      return response.body;
    }
    throw await this.#refusal(response, true);
  }

  /**
   * Reads one page, and gives each item to `accept` as it arrives, in shares of the event loop.
   *
   * @throws FeedError
   */
  async list(
    request: {
      readonly path: string;
      readonly query: Readonly<Record<string, string>>;
      /** Whether names, uids and versions will do. */
      readonly identitiesOnly?: boolean;
    },
    signal: AbortSignal,
    accept: (item: unknown) => void,
  ): Promise<ListPage> {
    const search = new URLSearchParams(request.query);
    const response = await this.#get(`${request.path}?${search}`, signal, {
      ...(request.identitiesOnly ? { accept: IDENTITIES_ONLY } : {}),
    });
    if (response.status !== 200) {
      throw await this.#refusal(response, false);
    }
    const frame = await this.#readPage(response.body, signal, accept);
    const metadata = frame.metadata ?? {};
    return {
      resourceVersion: metadata.resourceVersion || undefined,
      next: metadata.continue || undefined,
    };
  }

  async #readPage(
    body: ClusterResponse['body'],
    signal: AbortSignal,
    accept: (item: unknown) => void,
  ): Promise<{
    metadata?: { resourceVersion?: string; continue?: string };
  }> {
    const splitter = ListSplitter.create();
    const cancelLimit = this.#clock.after(PAGE_LIMIT_MS, () =>
      body.destroy(new FeedError('broken', 'its list took too long')),
    );
    try {
      for await (const chunk of body) {
        const { buffer, byteOffset, byteLength } = chunk;
        const bytes = Buffer.from(buffer, byteOffset, byteLength);
        for (const text of splitter.push(bytes)) {
          const turn = this.#timeShare.pause();
          if (turn) {
            await turn;
            signal.throwIfAborted();
          }
          accept(parseList(text));
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof FeedError
        ? error
        : new FeedError('broken', `the answer broke off: ${error}`);
    } finally {
      cancelLimit();
      body.destroy();
    }
    return parseList(splitter.frame);
  }

  async #get(
    path: string,
    signal: AbortSignal,
    options: {
      readonly headersTimeout?: number;
      readonly bodyTimeout?: number;
      readonly accept?: string;
    },
  ): Promise<ClusterResponse> {
    try {
      return await this.#connection.get(path, {
        signal,
        headersTimeout: LIST_HEADERS_TIMEOUT_MS,
        ...options,
      });
    } catch (error) {
      signal.throwIfAborted();
      const known = error instanceof ClusterError ? error : undefined;
      throw new FeedError(
        known?.problem === 'credential' ? 'unauthorized' : 'broken',
        known?.reason ?? String(error),
      );
    }
  }

  /** As far as it comes: why something was refused is a few words, and a body without end must not hold the loop. */
  async #readRefusal({ body }: ClusterResponse): Promise<string> {
    const cancelLimit = this.#clock.after(REFUSAL_LIMIT_MS, () =>
      body.destroy(),
    );
    try {
      const { cluster } = this.#connection;
      return await readWhole(cluster, body, REFUSAL_LIMIT_BYTES);
    } catch {
      return '';
    } finally {
      cancelLimit();
    }
  }

  async #refusal(
    response: ClusterResponse,
    isWatch: boolean,
  ): Promise<FeedError> {
    const text = await this.#readRefusal(response);
    if (response.status >= 300 && response.status < 400) {
      return new FeedError(
        'broken',
        `it redirects to ${response.headers.location}; set the url of its kubernetes entry to where the API server is`,
      );
    }
    const status = readServerStatus(parseStatus(text), response.status);
    const header = readRetryAfter(
      response.headers['retry-after'],
      // A date is meant by the server's own clock, which may be another than ours.
      dateOf(response.headers.date) ?? this.#clock.now(),
    );
    return statusProblem(
      { ...status, retryAfterMs: header ?? status.retryAfterMs },
      isWatch,
    );
  }
}
