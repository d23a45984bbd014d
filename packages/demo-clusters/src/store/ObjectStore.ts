import { KubernetesObject, ObjectMeta } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { Change, ChangeHistory } from './ChangeHistory';
import { ResourceTable } from './ResourceTable';
import { StoredObject } from './StoredObject';

/** The first revision of an empty store: a real cluster has some behind it before anybody looks. */
const FIRST_REVISION = 1000;

/**
 * Watch events kept per kind. The real server keeps between 100 and 102,400 by age; the demo wants a resume after a
 * minute of silence to succeed while memory stays small.
 */
const DEFAULT_HISTORY = 2000;

/** How to make a store. */
export interface ObjectStoreOptions {
  /** Watch events kept per kind before a watch must start afresh. */
  readonly historyLimit?: number;
}

/** A kind and one of its objects changed. */
export type StoreListener = (type: ResourceType, change: Change) => void;

/**
 * The versioned objects of one cluster: one revision counter for all kinds, as etcd has it. It knows nothing of time,
 * HTTP or what the kinds mean. Objects are taken as they are and must not be changed by the caller afterwards.
 */
export class ObjectStore {
  readonly #historyLimit: number;
  readonly #tables = new Map<ResourceType, ResourceTable>();
  readonly #listeners = new Set<StoreListener>();
  #revision = FIRST_REVISION;
  /** No watch of any kind may start before this, not even of one that has no objects yet. */
  #compactedTo = FIRST_REVISION;

  private constructor(historyLimit: number) {
    this.#historyLimit = historyLimit;
  }

  static create(options: ObjectStoreOptions = {}): ObjectStore {
    return new ObjectStore(options.historyLimit ?? DEFAULT_HISTORY);
  }

  /** The revision of the last change. */
  get revision(): number {
    return this.#revision;
  }

  get(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject | undefined {
    return this.#table(type).get(StoredObject.keyOf(namespace, name));
  }

  list(type: ResourceType, namespace?: string): StoredObject[] {
    return this.#table(type).list(namespace);
  }

  /** Adds or replaces; gives the object its resourceVersion. */
  put(type: ResourceType, object: KubernetesObject): StoredObject {
    const previous = this.get(
      type,
      object.metadata.namespace,
      object.metadata.name,
    );
    return this.#commit(
      type,
      previous ? 'MODIFIED' : 'ADDED',
      object,
      previous,
    );
  }

  /** Gives the last state with the revision of the deletion, or undefined when there was nothing. */
  remove(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): StoredObject | undefined {
    const previous = this.get(type, namespace, name);
    return previous && this.#commit(type, 'DELETED', previous.object, previous);
  }

  /** Calls back after each change, in order; returns the way to stop. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the history of all kinds: watches from before now get 410. */
  compact(): void {
    this.#compactedTo = this.#revision;
    for (const table of this.#tables.values()) {
      table.history.forget(this.#revision);
    }
  }

  history(type: ResourceType): ChangeHistory {
    return this.#table(type).history;
  }

  #table(type: ResourceType): ResourceTable {
    let table = this.#tables.get(type);
    if (!table) {
      table = ResourceTable.create(
        ChangeHistory.create(this.#historyLimit, this.#compactedTo),
      );
      this.#tables.set(type, table);
    }
    return table;
  }

  #commit(
    type: ResourceType,
    changeType: Change['type'],
    object: KubernetesObject,
    previous: StoredObject | undefined,
  ): StoredObject {
    this.#revision += 1;
    const metadata: ObjectMeta = {
      ...object.metadata,
      resourceVersion: String(this.#revision),
    };
    const current = StoredObject.of({ ...object, metadata });
    const change: Change = {
      type: changeType,
      revision: this.#revision,
      current,
      previous,
    };
    this.#table(type).apply(change);
    for (const listener of this.#listeners) {
      listener(type, change);
    }
    return current;
  }
}
