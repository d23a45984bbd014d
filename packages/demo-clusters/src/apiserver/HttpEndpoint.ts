import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';

/** An HTTP listener on the loopback interface that can go away and come back on the same port. */
export class HttpEndpoint {
  readonly #onRequest: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => void;
  #server: Server | undefined;
  #port: number;

  private constructor(
    onRequest: (request: IncomingMessage, response: ServerResponse) => void,
    port: number,
  ) {
    this.#onRequest = onRequest;
    this.#port = port;
  }

  /** @param port - 0 for any free one */
  static create(
    port: number,
    onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  ): HttpEndpoint {
    return new HttpEndpoint(onRequest, port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** @throws when the port is taken */
  async open(): Promise<void> {
    if (this.#server) {
      return;
    }
    const server = createServer(this.#onRequest);
    // Long watches are the rule here; the defaults would cut them or their idle siblings.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
    this.#server = server;
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Cuts every connection and stops listening. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) {
      return;
    }
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}
