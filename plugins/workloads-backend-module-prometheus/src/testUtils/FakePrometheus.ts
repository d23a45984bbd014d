import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** One request that a {@link FakePrometheus} got. */
export interface PrometheusRequest {
  readonly method: string;
  /** Without its parameters. */
  readonly path: string;
  /** Of the body or the address. */
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

type Answer = (
  request: PrometheusRequest,
) => { readonly status?: number; readonly body: unknown } | 'silence';

/** An HTTP server that answers as it is told where Prometheus would, and keeps what it was asked. */
export class FakePrometheus {
  readonly requests: PrometheusRequest[] = [];
  answer: Answer = () => ({ body: matrix([]) });
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #asked: () => void = () => {};

  static async start(): Promise<FakePrometheus> {
    const fake = new FakePrometheus();
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

  /** Queries in PromQL, in the order in which they came. */
  get queries(): string[] {
    return this.requests.map(({ parameters }) => parameters.get('query') ?? '');
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
    const [path, query = ''] = (request.url ?? '').split('?');
    const sent = Buffer.concat(chunks).toString('utf8');
    const asked: PrometheusRequest = {
      method: request.method ?? '',
      path,
      parameters: new URLSearchParams(sent || query),
      headers: request.headers,
    };
    this.requests.push(asked);
    const answer = this.answer(asked);
    if (answer === 'silence') {
      this.#open.add(response);
    } else {
      const { status = 200, body } = answer;
      response
        .writeHead(status)
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    }
    this.#asked();
  }
}

/** An answer with series over time. */
export function matrix(
  result: readonly {
    readonly metric: Readonly<Record<string, string>>;
    readonly values: readonly (readonly [number, string])[];
  }[],
  said: object = {},
): object {
  return {
    status: 'success',
    data: { resultType: 'matrix', result },
    ...said,
  };
}

/** An answer to the question which metrics there are. */
export function presence(metrics: readonly string[]): object {
  return {
    status: 'success',
    data: {
      resultType: 'vector',
      result: metrics.map(name => ({
        metric: { __name__: name },
        value: [1, '3'],
      })),
    },
  };
}
