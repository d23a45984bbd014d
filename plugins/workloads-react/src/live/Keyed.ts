import { shareStructure } from './shareStructure';

/** A list that is copied only when something in it changes. */
export class Keyed<T> {
  readonly #original: readonly T[];
  readonly #keyOf: (item: T) => string;
  #cached?: Map<string, T>;
  #changed?: Map<string, T>;

  constructor(original: readonly T[], keyOf: (item: T) => string) {
    this.#original = original;
    this.#keyOf = keyOf;
  }

  put(item: T): void {
    const items = this.#items();
    const key = this.#keyOf(item);
    const shared = shareStructure(items.get(key), item);
    if (shared !== items.get(key)) {
      items.set(key, shared);
      this.#changed = items;
    }
  }

  remove(key: string): void {
    const items = this.#items();
    if (items.delete(key)) {
      this.#changed = items;
    }
  }

  list(): readonly T[] {
    return this.#changed ? [...this.#changed.values()] : this.#original;
  }

  #items(): Map<string, T> {
    this.#cached ??= new Map(
      this.#original.map(item => [this.#keyOf(item), item]),
    );
    return this.#cached;
  }
}
