import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { request } from 'undici';

/** Stands before a server, lets everything through, and counts it. */
export class CountingGate {
  readonly #server: Server;
  readonly #target: string;
  #count = 0;

  /** @param target - origin of the server, without a slash at its end */
  static async open(target: string): Promise<CountingGate> {
    const gate = new CountingGate(target);
    await new Promise<void>(resolve =>
      gate.#server.listen(0, '127.0.0.1', resolve),
    );
    return gate;
  }

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((asked, response) => {
      this.#count += 1;
      const {
        host: _host,
        connection: _connection,
        ...headers
      } = asked.headers;
      request(`${this.#target}${asked.url}`, {
        method: asked.method as 'GET' | 'POST',
        headers,
        body: asked.method === 'GET' ? undefined : asked,
      })
        .then(async answer => {
          response.writeHead(answer.statusCode, {
            'content-type': 'application/json',
          });
          response.end(await answer.body.text());
        })
        .catch(error => response.destroy(error));
    });
  }

  /** Requests so far. */
  get count(): number {
    return this.#count;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
