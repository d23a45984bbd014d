const KEY = 'domaindeck.demo.person';

/**
 * Who was chosen in this browser, so that a reload or another tab does not ask again. Signing out forgets.
 */
export class RememberedPerson {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get(): string | undefined {
    return this.#storage.getItem(KEY) ?? undefined;
  }

  set(entityRef: string): void {
    this.#storage.setItem(KEY, entityRef);
  }

  forget(): void {
    this.#storage.removeItem(KEY);
  }
}
