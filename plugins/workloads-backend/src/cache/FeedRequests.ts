import {
  Clock,
  ClusterConnection,
  ClusterError,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { FeedError } from './FeedError';
import { readRetryAfter } from './readRetryAfter';
import { readServerStatus, statusProblem } from './statusProblem';

/** A list may have to wait in the API server's own queue before its first byte. */
const LIST_HEADERS_TIMEOUT_MS = 30_000;

/** One page of a list. */
export interface ListPage {
  readonly items: readonly unknown[];
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

/** Lists and watches of one cluster, their failures sorted into {@link FeedError}s. */
export class FeedRequests {
  readonly #connection: ClusterConnection;
  readonly #clock: Clock;

  static create(connection: ClusterConnection, clock: Clock): FeedRequests {
    return new FeedRequests(connection, clock);
  }

  private constructor(connection: ClusterConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
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
    const response = await this.#get(`${path}?${search}`, signal, 0);
    if (response.status === 200) {
      return response.body;
    }
    throw await this.#refusal(response, true);
  }

  /** @throws FeedError */
  async list(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<ListPage> {
    const search = new URLSearchParams(query);
    const response = await this.#get(`${path}?${search}`, signal);
    if (response.status !== 200) {
      throw await this.#refusal(response, false);
    }
    const page = await this.#readPage(response, signal);
    const metadata = page.metadata ?? {};
    return {
      items: Array.isArray(page.items) ? page.items : [],
      resourceVersion: metadata.resourceVersion || undefined,
      next: metadata.continue || undefined,
    };
  }

  async #readPage(
    response: ClusterResponse,
    signal: AbortSignal,
  ): Promise<{
    items?: unknown;
    metadata?: { resourceVersion?: string; continue?: string };
  }> {
    let text: string;
    try {
      text = await response.body.text();
    } catch (error) {
      signal.throwIfAborted();
      throw new FeedError('broken', `the answer broke off: ${error}`);
    }
    const page = parseStatus(text);
    if (typeof page !== 'object' || page === null) {
      throw new FeedError(
        'garbled',
        'the API server sent a list that is no JSON',
      );
    }
    return page;
  }

  async #get(
    path: string,
    signal: AbortSignal,
    bodyTimeout?: number,
  ): Promise<ClusterResponse> {
    try {
      return await this.#connection.get(path, {
        signal,
        headersTimeout: LIST_HEADERS_TIMEOUT_MS,
        ...(bodyTimeout === undefined ? {} : { bodyTimeout }),
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

  async #refusal(
    response: ClusterResponse,
    isWatch: boolean,
  ): Promise<FeedError> {
    const text = await response.body.text().catch(() => '');
    if (response.status >= 300 && response.status < 400) {
      return new FeedError(
        'broken',
        `it redirects to ${response.headers.location}; set the url of its kubernetes entry to where the API server is`,
      );
    }
    const status = readServerStatus(parseStatus(text), response.status);
    const header = readRetryAfter(
      response.headers['retry-after'],
      this.#clock.now(),
    );
    return statusProblem(
      { ...status, retryAfterMs: header ?? status.retryAfterMs },
      isWatch,
    );
  }
}
