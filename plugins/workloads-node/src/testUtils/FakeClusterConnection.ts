import { Readable } from 'node:stream';
import {
  ClusterAnswer,
  ClusterDefinition,
  ClusterResponse,
  ClusterWrite,
  WritableClusterConnection,
} from '../types';

/**
 * What a {@link FakeClusterConnection} answers: a status and a body, JSON unless it is a text.
 * @public
 */
export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * A {@link WritableClusterConnection} in memory.
 * @public
 */
export class FakeClusterConnection implements WritableClusterConnection {
  readonly cluster: ClusterDefinition;

  /** Everything that was asked, in order, such as `GET /version`; a patch with its type, such as `PATCH(apply) /…`. */
  readonly requests: string[] = [];

  readonly #answer: (
    request: string,
    body: unknown,
  ) => FakeAnswer | Promise<FakeAnswer>;

  #closed = false;

  /** @param answer - may throw what a real connection throws */
  static create(
    cluster: ClusterDefinition,
    answer: (
      request: string,
      body: unknown,
    ) => FakeAnswer | Promise<FakeAnswer>,
  ): FakeClusterConnection {
    return new FakeClusterConnection(cluster, answer);
  }

  private constructor(
    cluster: ClusterDefinition,
    answer: (
      request: string,
      body: unknown,
    ) => FakeAnswer | Promise<FakeAnswer>,
  ) {
    this.cluster = cluster;
    this.#answer = answer;
  }

  /** Whether somebody closed it. */
  get closed(): boolean {
    return this.#closed;
  }

  async get(
    path: string,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterResponse> {
    options?.signal?.throwIfAborted();
    return this.#respond(`GET ${path}`, undefined);
  }

  post(path: string, body: unknown): Promise<ClusterResponse> {
    return this.#respond(`POST ${path}`, body);
  }

  async write(
    request: ClusterWrite,
    options?: { signal?: AbortSignal },
  ): Promise<ClusterAnswer> {
    options?.signal?.throwIfAborted();
    const { method, path, body } = request;
    const verb = method === 'PATCH' ? `PATCH(${request.type})` : method;
    const answer = await this.#respond(`${verb} ${path}`, body);
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.body.text(),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  async #respond(request: string, body: unknown): Promise<ClusterResponse> {
    this.requests.push(request);
    const answer = await this.#answer(request, body);
    const text =
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body ?? {});
    const stream = Readable.from([Buffer.from(text)]);
    return {
      status: answer.status ?? 200,
      headers: answer.headers ?? {},
      body: {
        [Symbol.asyncIterator]: () => stream[Symbol.asyncIterator](),
        text: async () => text,
        json: async () => JSON.parse(text),
        destroy: () => {
          stream.destroy();
        },
      },
    };
  }
}
