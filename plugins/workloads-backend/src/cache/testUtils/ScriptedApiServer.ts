import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { Exchange } from './Exchange';
import { scriptedObject } from './scriptedObject';
import { ScriptedStore } from './ScriptedStore';

/** What a test looks at of a request that arrived. */
export interface SeenRequest {
  /** Last part of the path, such as `pods` or `readyz`. */
  readonly resource: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly accept: string | undefined;
  /** A list, a list that is sent as a watch, a watch from a version, or anything else. */
  readonly kind: 'list' | 'watch-list' | 'watch' | 'other';
}

/** Takes one request in hand. */
export type Act = (exchange: Exchange) => void;

function kindOf(
  resource: string,
  query: Readonly<Record<string, string>>,
): SeenRequest['kind'] {
  if (['readyz', 'version', 'apis'].includes(resource)) {
    return 'other';
  }
  if (query.watch !== 'true') {
    return 'list';
  }
  return query.sendInitialEvents === 'true' ? 'watch-list' : 'watch';
}

/**
 * An API server that behaves, save for the requests that a test has scripted: they go wrong in the order given, and
 * then it behaves again.
 */
export class ScriptedApiServer {
  /** Every request so far. */
  readonly requests: SeenRequest[] = [];

  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #scripts = new Map<string, Act[]>();
  readonly #rules = new Map<string, Act>();
  readonly #stores = new Map<string, ScriptedStore>();
  #port = 0;

  static async start(): Promise<ScriptedApiServer> {
    const server = new ScriptedApiServer();
    await server.#listen();
    return server;
  }

  private constructor() {
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Open connections of clients. */
  get sockets(): number {
    return this.#sockets.size;
  }

  /** The objects of a resource, such as `pods`. */
  store(resource: string): ScriptedStore {
    const store = this.#stores.get(resource) ?? ScriptedStore.create();
    this.#stores.set(resource, store);
    return store;
  }

  /** Puts pods with these names, of the namespace `payments-dev`. */
  addPods(...names: string[]): void {
    names.forEach(name => this.store('pods').put(scriptedObject(name)));
  }

  /** The next requests for a resource are taken in hand by these, one each. */
  script(resource: string, ...acts: Act[]): void {
    const waiting = this.#scripts.get(resource) ?? [];
    this.#scripts.set(resource, [...waiting, ...acts]);
  }

  /** Every request for a resource, or for all by `*`, is taken in hand so, until {@link ScriptedApiServer.behave}. */
  always(resource: string, act: Act): void {
    this.#rules.set(resource, act);
  }

  /** Forgets all scripts. */
  behave(): void {
    this.#scripts.clear();
    this.#rules.clear();
  }

  /** Requests for a resource, of one kind when given. */
  seen(resource: string, kind?: SeenRequest['kind']): SeenRequest[] {
    return this.requests.filter(
      request =>
        request.resource === resource && (!kind || request.kind === kind),
    );
  }

  /** Cuts every connection as a crash does. */
  dropSockets(): void {
    this.#sockets.forEach(socket => socket.resetAndDestroy());
  }

  /** Ends; a stopped server can be reached no more. */
  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => this.#server.close(resolve));
  }

  #listen(): Promise<void> {
    return new Promise(resolve => {
      this.#server.listen(0, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    const resource = url.pathname.split('/').at(-1) ?? '';
    const query = Object.fromEntries(url.searchParams);
    const seen: SeenRequest = {
      resource,
      query,
      authorization: request.headers.authorization,
      accept: request.headers.accept,
      kind: kindOf(resource, query),
    };
    this.requests.push(seen);
    const exchange = Exchange.create({
      seen,
      response,
      store: this.store(resource),
    });
    const act =
      this.#scripts.get(resource)?.shift() ??
      this.#rules.get(resource) ??
      this.#rules.get('*');
    if (act) {
      act(exchange);
    } else {
      exchange.behave();
    }
  }
}
