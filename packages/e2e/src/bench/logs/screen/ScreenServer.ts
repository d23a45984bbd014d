import { createServer, request, Server, ServerResponse } from 'node:http';
import { IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { sendPageFile } from '../../tabSize/sendPageFile';
import { LineTap } from './LineTap';

/** The entity of the measured page. */
const MEASURED = '/entities/domain/default/metropolis/';

/** Whom the page's questions are handed to. */
export type ScreenBackend =
  | { readonly kind: 'tap'; readonly tap: LineTap }
  /** A portal, asked as the person of the token about an entity `kind/namespace/name`. */
  | {
      readonly kind: 'portal';
      readonly url: string;
      readonly token: string;
      readonly entity: string;
    };

/** Serves the measured page, and answers its Logs tab from a tap of lines or from a real portal. */
export class ScreenServer {
  readonly #server: Server;
  readonly #folder: string;
  #backend?: ScreenBackend;

  /** @param folder - of the built page */
  static async start(folder: string): Promise<ScreenServer> {
    const server = new ScreenServer(folder);
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((incoming, response) => {
      this.#answer(incoming, response).catch(error => response.destroy(error));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  set backend(backend: ScreenBackend) {
    this.#backend = backend;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/api/')) {
      await sendPageFile(this.#folder, pathname, response);
    } else if (this.#backend?.kind === 'portal') {
      handOn(this.#backend, incoming, response);
    } else if (this.#backend?.kind === 'tap') {
      answerFrom(this.#backend.tap, pathname, response);
    }
  }
}

function answerFrom(
  tap: LineTap,
  pathname: string,
  response: ServerResponse,
): void {
  if (pathname.endsWith('/logs/stream')) {
    tap.stream(response);
  } else if (pathname.endsWith('/logs/sources')) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(tap.sources()));
  } else {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ error: { name: 'NotFoundError', message: 'none' } }),
    );
  }
}

function handOn(
  portal: Extract<ScreenBackend, { kind: 'portal' }>,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const path = (incoming.url ?? '/').replace(
    MEASURED,
    `/entities/${portal.entity}/`,
  );
  const outgoing = request(
    new URL(path, portal.url),
    {
      method: incoming.method,
      headers: {
        ...incoming.headers,
        host: new URL(portal.url).host,
        authorization: `Bearer ${portal.token}`,
      },
    },
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
