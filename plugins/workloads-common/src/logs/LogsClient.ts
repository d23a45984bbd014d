import { ResponseError } from '@backstage/errors';
import { CallOptions } from '../client';
import { readNdjson } from '../client/readNdjson';
import { entityPath } from '../model';
import { LogsApi } from './LogsApi';
import {
  LogContext,
  LogContextRequest,
  LogDownloadRequest,
  LogHistogram,
  LogHistogramRequest,
  LogPage,
  LogRecord,
  LogSearchRequest,
  LogSources,
  LogStreamRequest,
} from './types';

/**
 * {@link LogsApi} over HTTP. Works in the browser with `discoveryApi` and `fetchApi`, and in any backend.
 * @public
 */
export class LogsClient implements LogsApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritdoc LogsApi.getLogSources} */
  getLogSources(entityRef: string, options?: CallOptions): Promise<LogSources> {
    return this.#json(entityRef, 'sources', undefined, options);
  }

  /** {@inheritdoc LogsApi.streamLogs} */
  async *streamLogs(
    entityRef: string,
    request: LogStreamRequest,
    options?: CallOptions,
  ): AsyncGenerator<LogRecord> {
    const { body } = await this.#ask(entityRef, 'stream', request, options);
    if (body) {
      yield* readNdjson<LogRecord>(body);
    }
  }

  /** {@inheritdoc LogsApi.searchLogs} */
  searchLogs(
    entityRef: string,
    request: LogSearchRequest,
    options?: CallOptions,
  ): Promise<LogPage> {
    return this.#json(entityRef, 'search', request, options);
  }

  /** {@inheritdoc LogsApi.getLogContext} */
  getLogContext(
    entityRef: string,
    request: LogContextRequest,
    options?: CallOptions,
  ): Promise<LogContext> {
    return this.#json(entityRef, 'context', request, options);
  }

  /** {@inheritdoc LogsApi.getLogHistogram} */
  getLogHistogram(
    entityRef: string,
    request: LogHistogramRequest,
    options?: CallOptions,
  ): Promise<LogHistogram> {
    return this.#json(entityRef, 'histogram', request, options);
  }

  /** {@inheritdoc LogsApi.downloadLogs} */
  async downloadLogs(
    entityRef: string,
    request: LogDownloadRequest,
    options?: CallOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const { body } = await this.#ask(entityRef, 'download', request, options);
    return body ?? new ReadableStream({ start: stream => stream.close() });
  }

  async #json<T>(
    entityRef: string,
    call: string,
    request: object | undefined,
    options?: CallOptions,
  ): Promise<T> {
    const response = await this.#ask(entityRef, call, request, options);
    return (await response.json()) as T;
  }

  /** @param request - the body of a POST; a GET without one */
  async #ask(
    entityRef: string,
    call: string,
    request: object | undefined,
    options?: CallOptions,
  ): Promise<Response> {
    const path = `/entities/${entityPath(entityRef)}/logs/${call}`;
    const base = await this.#discoveryApi.getBaseUrl('workloads');
    const response = await this.#fetchApi.fetch(`${base}${path}`, {
      ...(request && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      }),
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
