import { once } from 'node:events';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** What reached an API server. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands where an API server would, and keeps what reaches it. */
export class RecordingApiServer {
  readonly seen: SeenRequest[] = [];
  readonly #server: Server;

  /** @param answer - a status, headers and a JSON body for each path */
  static async start(
    answer: (path: string) => {
      status?: number;
      headers?: Record<string, string>;
      body?: unknown;
    },
  ): Promise<RecordingApiServer> {
    const seen: SeenRequest[] = [];
    const server = createServer((request, response) => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers });
      const { status = 200, headers: own, body } = answer(url);
      response.writeHead(status, {
        'content-type': 'application/json',
        ...own,
      });
      response.end(JSON.stringify(body ?? {}));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RecordingApiServer(server, seen);
  }

  private constructor(server: Server, seen: SeenRequest[]) {
    this.#server = server;
    this.seen = seen;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
