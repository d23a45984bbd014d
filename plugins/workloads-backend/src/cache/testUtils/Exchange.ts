import { ServerResponse } from 'node:http';
import { ScriptedEvent, ScriptedStore } from './ScriptedStore';
import type { SeenRequest } from './ScriptedApiServer';

/** One request with the ways of answering it, right or wrong. */
export class Exchange {
  readonly seen: SeenRequest;
  readonly #response: ServerResponse;
  readonly #store: ScriptedStore;

  static create(options: {
    seen: SeenRequest;
    response: ServerResponse;
    store: ScriptedStore;
  }): Exchange {
    return new Exchange(options.seen, options.response, options.store);
  }

  private constructor(
    seen: SeenRequest,
    response: ServerResponse,
    store: ScriptedStore,
  ) {
    this.seen = seen;
    this.#response = response;
    this.#store = store;
  }

  /** Whether the client is gone or the answer is complete. */
  get over(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  /** Answers as a real API server does. */
  behave(): void {
    switch (this.seen.kind) {
      case 'list':
        this.#list();
        break;
      case 'watch':
        this.open();
        this.follow(this.seen.query.resourceVersion);
        break;
      case 'watch-list':
        this.open();
        this.sendAll();
        this.bookmark({ endsInitialEvents: true });
        this.follow(this.#store.version);
        break;
      default:
        this.#tellOfItself();
    }
  }

  /** Sends the head of a watch. */
  open(): void {
    this.#response.writeHead(200, { 'content-type': 'application/json' });
    this.#response.flushHeaders();
  }

  /** Sends every object as a new one. */
  sendAll(): void {
    this.#store.objects.forEach(object => this.event('ADDED', object));
  }

  follow(version: string): void {
    const stop = this.#store.follow(version, (event: ScriptedEvent) =>
      this.event(event.type, event.object),
    );
    this.#response.on('close', stop);
  }

  event(type: string, object: unknown): void {
    this.line(JSON.stringify({ type, object }));
  }

  bookmark(options?: { endsInitialEvents: boolean }): void {
    const annotations = options?.endsInitialEvents
      ? { 'k8s.io/initial-events-end': 'true' }
      : undefined;
    this.event('BOOKMARK', {
      metadata: { resourceVersion: this.#store.version, annotations },
    });
  }

  line(text: string): void {
    this.#response.write(`${text}\n`);
  }

  /** Bytes as they are; gives whether the client still takes them. */
  write(bytes: string | Buffer): boolean {
    return this.#response.write(bytes);
  }

  /** Calls back when the client is gone. */
  onClose(callback: () => void): void {
    this.#response.on('close', callback);
  }

  /** A clean end. */
  end(): void {
    this.#response.end();
  }

  /** A connection that is reset. */
  drop(): void {
    this.#response.socket?.resetAndDestroy();
  }

  /** A Status as the API server writes it. */
  status(
    code: number,
    fields?: { message?: string; reason?: string; headers?: object },
  ): void {
    this.json(
      {
        kind: 'Status',
        code,
        message: fields?.message ?? `status ${code}`,
        reason: fields?.reason,
      },
      code,
      fields?.headers,
    );
  }

  /** The page of something that stands in the way. */
  page(): void {
    this.#response.writeHead(200, { 'content-type': 'text/html' });
    this.#response.end('<html><body>Please log in</body></html>');
  }

  /** A refusal that never comes to its end. */
  refuseWithoutEnd(code: number): void {
    this.#response.writeHead(code, { 'content-type': 'application/json' });
    this.#response.write('{"kind":"Status"');
  }

  json(body: unknown, code = 200, headers?: object): void {
    this.#response.writeHead(code, {
      'content-type': 'application/json',
      ...headers,
    });
    this.#response.end(JSON.stringify(body));
  }

  #list(): void {
    const { limit, continue: token } = this.seen.query;
    const start = Number(token ?? 0);
    const all = this.#store.objects;
    const end = limit ? start + Number(limit) : all.length;
    this.json({
      metadata: {
        resourceVersion: this.#store.version,
        ...(end < all.length ? { continue: String(end) } : {}),
      },
      items: all.slice(start, end),
    });
  }

  #tellOfItself(): void {
    switch (this.seen.resource) {
      case 'readyz':
        this.#response.end('ok');
        break;
      case 'version':
        this.json({ gitVersion: 'v1.36.3' });
        break;
      default:
        this.json({ groups: [{ name: 'apps' }, { name: 'metrics.k8s.io' }] });
    }
  }
}
