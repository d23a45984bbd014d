import { LoggerService } from '@backstage/backend-plugin-api';
import { Row, WatchedResource } from '../projection/rows';
import { readIdentity } from './parseWatchLine';
import { ResourceStore } from './ResourceStore';
import { RowInterner } from './RowInterner';

/** Enough to see a pattern; each is a line in the log. */
const MAX_REMEMBERED = 1_000;

/** Makes rows of raw objects, keeps them, and tells of each change. */
export class RowKeeper<R extends Row> {
  readonly #cluster: string;
  readonly #resource: WatchedResource;
  readonly #project: (raw: unknown) => R;
  readonly #interner: RowInterner;
  readonly #logger: LoggerService;
  readonly #onChange: (row: Row) => void;
  readonly #store = ResourceStore.create<R>();
  readonly #reported = new Set<string>();
  #unreadable = 0;

  static create<R extends Row>(options: {
    cluster: string;
    resource: WatchedResource;
    project: (raw: unknown) => R;
    interner: RowInterner;
    logger: LoggerService;
    onChange: (row: Row) => void;
  }): RowKeeper<R> {
    return new RowKeeper(options);
  }

  private constructor(options: {
    cluster: string;
    resource: WatchedResource;
    project: (raw: unknown) => R;
    interner: RowInterner;
    logger: LoggerService;
    onChange: (row: Row) => void;
  }) {
    this.#cluster = options.cluster;
    this.#resource = options.resource;
    this.#project = options.project;
    this.#interner = options.interner;
    this.#logger = options.logger;
    this.#onChange = options.onChange;
  }

  /** How often no row could be made of an object. */
  get unreadable(): number {
    return this.#unreadable;
  }

  rows(namespace?: string): readonly R[] {
    return this.#store.rows(namespace);
  }

  upsert(raw: unknown): void {
    let row: R;
    try {
      row = this.#interner.intern(this.#project(raw));
    } catch (error) {
      this.#reportUnreadable(raw, error);
      return;
    }
    this.#tell(this.#store.upsert(row));
  }

  remove(object: {
    readonly uid: string | undefined;
    readonly namespace: string;
    readonly name: string;
  }): void {
    this.#tell(this.#store.remove(object));
  }

  startReplace(): void {
    this.#store.startReplace();
  }

  finishReplace(): void {
    this.#tell(this.#store.finishReplace());
  }

  clear(): void {
    this.#tell(this.#store.clear());
  }

  #tell(rows: readonly Row[]): void {
    rows.forEach(this.#onChange);
  }

  #reportUnreadable(raw: unknown, error: unknown): void {
    this.#unreadable += 1;
    const { uid, namespace, name } = readIdentity(raw);
    if (uid) {
      // The object exists: what was known of it stays, until it is deleted or can be read again.
      this.#store.keep(uid);
    }
    const key = uid ?? `${namespace}/${name}`;
    if (this.#reported.has(key) || this.#reported.size >= MAX_REMEMBERED) {
      return;
    }
    this.#reported.add(key);
    this.#logger.warn(
      `Cluster ${this.#cluster}: ${
        this.#resource
      } ${namespace}/${name} cannot be read and is left out: ${error}`,
    );
  }
}
