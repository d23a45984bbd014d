import { once } from 'node:events';
import { createServer, IncomingMessage, request, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { monotonicMs } from '../monotonicMs';

/** Stands before a Prometheus, hands everything on, and tells how often and for how long it was asked. */
export class PrometheusGate {
  readonly #target: URL;
  readonly #server: Server;
  #questions = 0;
  #open = 0;
  #since = 0;
  #busyMs = 0;

  static async start(url: string): Promise<PrometheusGate> {
    const gate = new PrometheusGate(new URL(url));
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    return gate;
  }

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((incoming, response) => {
      this.#begin();
      response.once('close', () => this.#end());
      const outgoing = request(
        new URL(incoming.url ?? '/', this.#target),
        { method: incoming.method, headers: incoming.headers },
        (answer: IncomingMessage) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      outgoing.once('error', () => response.destroy());
      incoming.pipe(outgoing);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#target.pathname}`;
  }

  /** Questions so far. */
  get questions(): number {
    return this.#questions;
  }

  /** Milliseconds so far in which at least one question was on its way. */
  get busyMs(): number {
    return this.#busyMs;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #begin(): void {
    this.#questions += 1;
    this.#open += 1;
    if (this.#open === 1) {
      this.#since = monotonicMs();
    }
  }

  #end(): void {
    this.#open -= 1;
    if (this.#open === 0) {
      this.#busyMs += monotonicMs() - this.#since;
    }
  }
}
