import { LoggerService } from '@backstage/backend-plugin-api';
import { Row, WatchedResource } from '../projection/rows';
import { readIdentity } from './parseWatchLine';
import { ResourceStore } from './ResourceStore';
import { RowInterner } from './RowInterner';

/** Enough to see a pattern; each is a line in the log. */
const MAX_REMEMBERED = 1_000;

/** Takes note of the objects that change. */
export interface ChangeNote {
  readonly uids: ReadonlySet<string>;
  stop(): void;
}

/**
 * Makes rows of raw objects, keeps them, and tells of each change.
 *
 * Guarantees: an object of which no row can be made hides no other, and keeps what was known of it.
 */
export class RowKeeper<R extends Row> {
  readonly #cluster: string;
  readonly #resource: WatchedResource;
  readonly #project: (raw: unknown) => R;
  readonly #interner: RowInterner;
  readonly #logger: LoggerService;
  readonly #onChange: (row: Row) => void;
  readonly #store = ResourceStore.create<R>();
  readonly #reported = new Set<string>();
  readonly #notes = new Set<Set<string>>();
  /** Versions of the objects that exist and of which no row can be made. */
  #unreadable = new Map<string, string>();

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

  rows(namespace?: string): readonly R[] {
    return this.#store.rows(namespace);
  }

  /** Versions of all objects that are known, by uid. */
  versions(): Map<string, string> {
    const versions = new Map(
      this.#store.rows().map(row => [row.uid, row.resourceVersion]),
    );
    this.#unreadable.forEach((version, uid) => versions.set(uid, version));
    return versions;
  }

  /** From now on takes note of what changes, until it is stopped. */
  noteChanges(): ChangeNote {
    const uids = new Set<string>();
    this.#notes.add(uids);
    return { uids, stop: () => this.#notes.delete(uids) };
  }

  upsert(raw: unknown): void {
    let row: R;
    try {
      row = this.#interner.intern(this.#project(raw));
    } catch (error) {
      this.#reportUnreadable(raw, error);
      return;
    }
    this.#unreadable.delete(row.uid);
    this.#tell(this.#store.upsert(row));
  }

  remove(object: {
    readonly uid: string | undefined;
    readonly namespace: string;
    readonly name: string;
  }): void {
    if (object.uid !== undefined && this.#unreadable.delete(object.uid)) {
      this.#note(object.uid);
    }
    this.#tell(this.#store.remove(object));
  }

  startReplace(): void {
    this.#unreadable = new Map();
    this.#store.startReplace();
  }

  finishReplace(): void {
    this.#tell(this.#store.finishReplace());
  }

  clear(): void {
    this.#unreadable = new Map();
    this.#tell(this.#store.clear());
  }

  #tell(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#note(row.uid);
      this.#onChange(row);
    }
  }

  #note(uid: string): void {
    this.#notes.forEach(uids => uids.add(uid));
  }

  #reportUnreadable(raw: unknown, error: unknown): void {
    const { uid, namespace, name, resourceVersion } = readIdentity(raw);
    if (uid) {
      this.#unreadable.set(uid, resourceVersion ?? '');
      this.#note(uid);
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
