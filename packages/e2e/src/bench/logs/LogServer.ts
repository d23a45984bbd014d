import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  request,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../monotonicMs';
import { writeBurst } from './writeBurst';

/** What the pods write. */
export type LogMode =
  /** So many lines at once, as fast as they are taken; then the log ends, or waits where it is followed. */
  | { readonly kind: 'burst'; readonly lines: number }
  /** A line each so many milliseconds, which says when it was written. */
  | { readonly kind: 'steady'; readonly everyMs: number };

/**
 * Stands before an API server and answers for the logs of pods in its place, without effort: what is measured is who
 * reads them. Everything else is handed on.
 */
export class LogServer {
  readonly #target: URL;
  readonly #authorization: string;
  readonly #server: Server;
  #mode: LogMode = { kind: 'burst', lines: 0 };

  /** @param cluster - `token` stands in for one that is missing: kubectl sends none over plain HTTP */
  static async start(cluster: {
    readonly url: string;
    readonly token: string;
  }): Promise<LogServer> {
    const server = new LogServer(new URL(cluster.url), cluster.token);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  private constructor(target: URL, token: string) {
    this.#target = target;
    this.#authorization = `Bearer ${token}`;
    this.#server = createServer((incoming, response) => {
      const url = new URL(incoming.url ?? '/', target);
      if (url.pathname.endsWith('/log')) {
        const follow = url.searchParams.get('follow') === 'true';
        this.#write(response, follow).catch(() => response.destroy());
      } else {
        this.#handOn(incoming, response);
      }
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  set mode(mode: LogMode) {
    this.#mode = mode;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #write(response: ServerResponse, follow: boolean): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.flushHeaders();
    const mode = this.#mode;
    if (mode.kind === 'burst') {
      await writeBurst(response, mode.lines);
    } else {
      while (!response.destroyed) {
        const at = new Date().toISOString().slice(0, -1);
        response.write(
          `${at}000000Z level=info msg="request served" sent=${monotonicMs()} ${'x'.repeat(
            80,
          )}\n`,
        );
        await sleep(mode.everyMs);
      }
    }
    if (!follow) {
      response.end();
    }
  }

  #handOn(incoming: IncomingMessage, response: ServerResponse): void {
    const { hostname, port } = this.#target;
    const { method, url } = incoming;
    const headers = {
      authorization: this.#authorization,
      ...incoming.headers,
    };
    const outgoing = request(
      { hostname, port, method, path: url, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
        answer.on('error', () => response.destroy());
      },
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }
}
