import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { Change } from '../store/ChangeHistory';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { Gate } from '../faults/Gate';
import { Selection } from './ListRequest';
import { ResponseWriter } from './ResponseWriter';
import { StatusError } from '../writes/StatusError';
import { WatchOptions } from './WatchOptions';

/** Changes taken from the history at a time. */
const BATCH = 256;

/** What a watch works on. */
export interface WatchSource {
  readonly store: ObjectStore;
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly gate: Gate;
}

/**
 * One watch: a cursor over the history of a kind. It holds no queue of its own, so a slow reader costs nothing, and one
 * that is too slow for the history gets 410 like any other late-comer.
 */
export class WatchSession {
  readonly #source: WatchSource;
  readonly #options: WatchOptions;
  readonly #writer: ResponseWriter;
  #cursor: number;
  #wake: () => void = () => {};
  #bookmarkDue = false;
  #ended = false;

  private constructor(
    source: WatchSource,
    options: WatchOptions,
    writer: ResponseWriter,
  ) {
    this.#source = source;
    this.#options = options;
    this.#writer = writer;
    this.#cursor = source.store.revision;
  }

  static create(
    source: WatchSource,
    options: WatchOptions,
    writer: ResponseWriter,
  ): WatchSession {
    return new WatchSession(source, options, writer);
  }

  /** Runs until the time is over, the reader leaves, or the server stops. */
  async run(): Promise<void> {
    const { store, type } = this.#source;
    const stops = [
      store.subscribe(changed => changed === type && this.#wake()),
      this.#every(this.#options.bookmarkIntervalMs, () => {
        this.#bookmarkDue = this.#options.bookmarks;
      }),
      this.#every(this.#options.timeoutMs, () => {
        this.#ended = true;
      }),
    ];
    this.#writer.onClose(() => {
      this.#ended = true;
      this.#wake();
    });
    try {
      this.#writer.begin();
      await this.#start();
      while (!this.#ended) {
        await this.#sendPending();
        await this.#idle();
      }
      await this.#writer.end();
    } finally {
      stops.forEach(stop => stop());
    }
  }

  /** Ends the answer in good order, as a server that shuts down does. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  #every(milliseconds: number, action: () => void): () => void {
    const timer = setInterval(() => {
      action();
      this.#wake();
    }, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  }

  async #start(): Promise<void> {
    const { start } = this.#options;
    if (start.from === 'revision') {
      this.#cursor = start.revision;
      return;
    }
    const { store, type, selection } = this.#source;
    const items = store.list(type, selection.namespace);
    this.#cursor = store.revision;
    for (const item of items) {
      if (this.#ended) {
        return;
      }
      if (this.#matches(item)) {
        await this.#send(event('ADDED', item));
      }
    }
    if (start.endMark) {
      await this.#send(this.#bookmark(true));
    }
    await this.#writer.flush();
  }

  async #sendPending(): Promise<void> {
    const { store, type } = this.#source;
    for (;;) {
      const changes = store.history(type).after(this.#cursor, BATCH);
      if (changes === 'expired') {
        await this.#expire();
        return;
      }
      if (changes.length === 0 || this.#ended) {
        break;
      }
      for (const change of changes) {
        const line = this.#line(change);
        if (line) {
          await this.#send(line);
        }
        this.#cursor = change.revision;
      }
    }
    // Nothing of this kind lies between the last change and the store's revision: a bookmark may say the latter.
    this.#cursor = Math.max(this.#cursor, store.revision);
    if (this.#bookmarkDue) {
      this.#bookmarkDue = false;
      await this.#send(this.#bookmark(false));
    }
    await this.#writer.flush();
  }

  async #expire(): Promise<void> {
    const { store, type } = this.#source;
    const oldest = store.history(type).oldestKnown;
    const error = StatusError.expired(
      `too old resource version: ${this.#cursor} (${oldest})`,
    );
    await this.#send(`{"type":"ERROR","object":${JSON.stringify(error)}}\n`);
    this.#ended = true;
  }

  async #idle(): Promise<void> {
    const { store, type } = this.#source;
    const pending = store.history(type).after(this.#cursor, 1);
    if (this.#ended || this.#bookmarkDue || pending.length > 0) {
      return;
    }
    await new Promise<void>(resolve => {
      this.#wake = resolve;
    });
  }

  async #send(line: string): Promise<void> {
    await this.#source.gate.pass();
    await this.#writer.write(line);
  }

  #matches(item: StoredObject): boolean {
    const { namespace, labels, fields } = this.#source.selection;
    return (
      (namespace === undefined || item.metadata.namespace === namespace) &&
      (!labels || labels(item.object)) &&
      (!fields || fields(item.object))
    );
  }

  /** With a selector, an object that begins to match is an addition and one that stops is a deletion. */
  #line(change: Change): string | undefined {
    const before = change.previous ? this.#matches(change.previous) : false;
    const after = change.type !== 'DELETED' && this.#matches(change.current);
    if (after) {
      return event(before ? 'MODIFIED' : 'ADDED', change.current);
    }
    if (!before || !change.previous) {
      return undefined;
    }
    const metadata = {
      ...change.previous.metadata,
      resourceVersion: String(change.revision),
    };
    return event(
      'DELETED',
      StoredObject.of({ ...change.previous.object, metadata }),
    );
  }

  #bookmark(endOfInitialEvents: boolean): string {
    const { type } = this.#source;
    const object = {
      kind: type.kind,
      apiVersion: apiVersionOf(type),
      metadata: {
        resourceVersion: String(this.#cursor),
        ...(endOfInitialEvents && {
          annotations: { 'k8s.io/initial-events-end': 'true' },
        }),
      },
      ...type.bookmarkBody,
    };
    return `{"type":"BOOKMARK","object":${JSON.stringify(object)}}\n`;
  }
}

function event(type: Change['type'], item: StoredObject): string {
  return `{"type":"${type}","object":${item.json()}}\n`;
}
