import { Row } from '../projection/rows';

/** Uids of deleted objects that are remembered: more than a server could repeat of what it sent already. */
const MAX_GONE = 128;

/**
 * The rows of one resource of one cluster. Each method says which rows it changed, so that the caller can tell others.
 *
 * Rows are found by namespace and name, and told apart by uid: an object that was deleted and made again under its name
 * is another object.
 *
 * Guarantees: after a replacement it holds exactly what was seen since its start and not removed; an object that was
 * deleted does not come back by an event that is repeated, only by a replacement.
 */
export class ResourceStore<R extends Row> {
  readonly #namespaces = new Map<string, Map<string, R>>();
  readonly #lists = new Map<string, readonly R[]>();
  #all: readonly R[] | undefined;
  #size = 0;
  #seen: Set<string> | undefined;
  readonly #gone = new Set<string>();

  static create<R extends Row>(): ResourceStore<R> {
    return new ResourceStore<R>();
  }

  private constructor() {}

  get size(): number {
    return this.#size;
  }

  /** Rows of one namespace, or of all; the array is replaced on a change, never altered. */
  rows(namespace?: string): readonly R[] {
    if (namespace === undefined) {
      this.#all ??= [...this.#namespaces.values()].flatMap(rows => [
        ...rows.values(),
      ]);
      return this.#all;
    }
    const held = this.#namespaces.get(namespace);
    if (!held) {
      return [];
    }
    const listed = this.#lists.get(namespace);
    if (listed) {
      return listed;
    }
    const list = [...held.values()];
    this.#lists.set(namespace, list);
    return list;
  }

  /** @returns nothing when the row is known in this version; also the row that it takes the name from. */
  upsert(row: R): readonly R[] {
    if (this.#gone.has(row.uid)) {
      return [];
    }
    this.#seen?.add(row.uid);
    const held = this.#namespaces.get(row.namespace)?.get(row.name);
    if (held?.uid === row.uid && held.resourceVersion === row.resourceVersion) {
      return [];
    }
    this.#put(row);
    if (!held || held.uid === row.uid) {
      return [row];
    }
    this.#bury(held.uid);
    return [held, row];
  }

  /** Leaves alone a namesake with another uid; without a uid the name decides. */
  remove(object: {
    readonly uid: string | undefined;
    readonly namespace: string;
    readonly name: string;
  }): readonly R[] {
    if (object.uid !== undefined) {
      this.#bury(object.uid);
    }
    const held = this.#namespaces.get(object.namespace)?.get(object.name);
    if (!held || (object.uid !== undefined && held.uid !== object.uid)) {
      return [];
    }
    this.#drop(held);
    return [held];
  }

  /** From now on everything that is not seen again goes with {@link ResourceStore.finishReplace}. */
  startReplace(): void {
    this.#seen = new Set();
    // What the cluster lists exists, whatever was heard before: a backup may have been restored.
    this.#gone.clear();
  }

  /** Takes note that an object exists of which no row could be made. */
  keep(uid: string): void {
    this.#seen?.add(uid);
  }

  /** Removes what was not seen since {@link ResourceStore.startReplace}. */
  finishReplace(): readonly R[] {
    const seen = this.#seen;
    if (!seen) {
      return [];
    }
    this.#seen = undefined;
    const gone = this.rows().filter(row => !seen.has(row.uid));
    gone.forEach(row => this.#drop(row));
    return gone;
  }

  /** Removes everything. */
  clear(): readonly R[] {
    const gone = this.rows();
    this.#namespaces.clear();
    this.#lists.clear();
    this.#all = undefined;
    this.#size = 0;
    this.#seen = undefined;
    this.#gone.clear();
    return gone;
  }

  #bury(uid: string): void {
    this.#gone.add(uid);
    if (this.#gone.size > MAX_GONE) {
      const [oldest] = this.#gone;
      this.#gone.delete(oldest);
    }
  }

  #put(row: R): void {
    let rows = this.#namespaces.get(row.namespace);
    if (!rows) {
      rows = new Map();
      this.#namespaces.set(row.namespace, rows);
    }
    const before = rows.size;
    rows.set(row.name, row);
    this.#size += rows.size - before;
    this.#touch(row.namespace);
  }

  #drop(row: R): void {
    const rows = this.#namespaces.get(row.namespace);
    if (rows?.delete(row.name)) {
      this.#size -= 1;
      if (rows.size === 0) {
        this.#namespaces.delete(row.namespace);
      }
      this.#touch(row.namespace);
    }
  }

  #touch(namespace: string): void {
    this.#lists.delete(namespace);
    this.#all = undefined;
  }
}
