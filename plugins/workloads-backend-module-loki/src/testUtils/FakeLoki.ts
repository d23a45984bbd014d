import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** One request that a {@link FakeLoki} got. */
export interface LokiRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

type Answer = (
  request: LokiRequest,
) => { readonly status?: number; readonly body: unknown } | 'silence';

/** An HTTP server that answers as it is told where Loki would, and keeps what it was asked. */
export class FakeLoki {
  readonly requests: LokiRequest[] = [];
  /** Labels that it has. */
  labels: readonly string[] = ['namespace', 'pod', 'container'];
  /** What everything but labels is answered with. */
  answer: Answer = () => ({ body: streams([]) });
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #asked: () => void = () => {};

  static async start(): Promise<FakeLoki> {
    const fake = new FakeLoki();
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(error => response.destroy(error));
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Queries in LogQL, in the order in which they came. */
  get queries(): string[] {
    return this.requests
      .filter(({ path }) => !path.endsWith('/labels'))
      .map(({ parameters }) => parameters.get('query') ?? '');
  }

  /** Resolves with the next request. */
  nextRequest(): Promise<void> {
    return new Promise(resolve => {
      this.#asked = resolve;
    });
  }

  async stop(): Promise<void> {
    this.#open.forEach(response => response.destroy());
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const url = new URL(request.url ?? '', this.url);
    const { method = '' } = request;
    const asked: LokiRequest = {
      method,
      path: url.pathname,
      parameters:
        method === 'POST'
          ? new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
          : url.searchParams,
      headers: request.headers,
    };
    this.requests.push(asked);
    this.#asked();
    const answer = asked.path.endsWith('/labels')
      ? this.#answerLabels(asked)
      : this.answer(asked);
    if (answer === 'silence') {
      this.#open.add(response);
      return;
    }
    const { status = 200, body } = answer;
    response
      .writeHead(status)
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  #answerLabels(asked: LokiRequest): ReturnType<Answer> {
    const probe = this.answer(asked);
    return probe === 'silence' || (probe.status ?? 200) !== 200
      ? probe
      : { body: { status: 'success', data: this.labels } };
  }
}

/** An answer with lines. */
export function streams(
  result: readonly {
    readonly stream: Readonly<Record<string, string>>;
    readonly values: readonly (readonly [string, string])[];
  }[],
): object {
  return {
    status: 'success',
    data: {
      resultType: 'streams',
      result,
      stats: { summary: { totalLinesProcessed: 7 } },
    },
  };
}
