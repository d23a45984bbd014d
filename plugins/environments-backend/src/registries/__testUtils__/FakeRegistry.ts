import {
  createServer,
  IncomingHttpHeaders,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';

/** One request that a {@link FakeRegistry} got. */
export interface AskedRegistry {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

/** What a {@link FakeRegistry} says. */
export interface SaidRegistry {
  readonly status?: number;
  /** Those that are undefined are left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** An HTTP server on the loopback interface that answers as it is told, and keeps what it was asked. */
export class FakeRegistry {
  readonly asked: AskedRegistry[] = [];
  /** `silence` leaves the question open. */
  answer: (asked: AskedRegistry) => SaidRegistry | 'silence' = () => ({});
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();

  static async start(): Promise<FakeRegistry> {
    const fake = new FakeRegistry();
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      const [path, query = ''] = (request.url ?? '').split('?');
      const asked = {
        method: request.method ?? '',
        path,
        query: new URLSearchParams(query),
        headers: request.headers,
      };
      this.asked.push(asked);
      const said = this.answer(asked);
      if (said === 'silence') {
        this.#open.add(response);
        return;
      }
      const { status = 200, headers = {}, body } = said;
      response.statusCode = status;
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined) {
          response.setHeader(name, value);
        }
      }
      response.end(
        typeof body === 'string' || body === undefined
          ? body
          : JSON.stringify(body),
      );
    });
  }

  /** `127.0.0.1:<port>` */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async stop(): Promise<void> {
    this.#open.forEach(response => response.destroy());
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

/** How a registry says that it lacks something. */
export function lacks(code: string): SaidRegistry {
  return { status: 404, body: { errors: [{ code, message: 'not there' }] } };
}
