import { Change, ChangeHistory } from './ChangeHistory';
import { StoredObject } from './StoredObject';

/** All objects of one kind, and what changed lately. */
export class ResourceTable {
  readonly history: ChangeHistory;
  readonly #objects = new Map<string, StoredObject>();
  /** Undefined while an addition or deletion waits for the next list. */
  #sortedKeys: string[] | undefined;

  private constructor(history: ChangeHistory) {
    this.history = history;
  }

  static create(history: ChangeHistory): ResourceTable {
    return new ResourceTable(history);
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  apply(change: Change): void {
    const { key } = change.current;
    if (change.type === 'DELETED') {
      this.#objects.delete(key);
    } else {
      this.#objects.set(key, change.current);
    }
    if (change.type !== 'MODIFIED') {
      this.#sortedKeys = undefined;
    }
    this.history.append(change);
  }

  /** In the order of the keys; of one namespace when given. */
  list(namespace?: string): StoredObject[] {
    if (!this.#sortedKeys) {
      this.#sortedKeys = [...this.#objects.keys()].sort();
    }
    const keys = this.#sortedKeys;
    const prefix = namespace === undefined ? '' : `${namespace}/`;
    const found: StoredObject[] = [];
    for (
      let index = firstFrom(keys, prefix);
      index < keys.length && keys[index].startsWith(prefix);
      index++
    ) {
      found.push(this.#objects.get(keys[index])!);
    }
    return found;
  }
}

/** Where the first key is that is not before a text; the keys are sorted. */
function firstFrom(keys: readonly string[], text: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (keys[middle] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
