/** One answer for all who ask for the same within some time; a failure is not kept. */
export class Shared<T> {
  readonly #maxAge: number;
  readonly #now: () => number;
  readonly #entries = new Map<
    string,
    { readonly at: number; readonly value: Promise<T> }
  >();

  /** @param options - milliseconds for which an answer is good, and the clock */
  static create<T>(options: { maxAge: number; now: () => number }): Shared<T> {
    return new Shared(options);
  }

  private constructor(options: { maxAge: number; now: () => number }) {
    this.#maxAge = options.maxAge;
    this.#now = options.now;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    const now = this.#now();
    const known = this.#entries.get(key);
    if (known && now >= known.at && now - known.at < this.#maxAge) {
      return known.value;
    }
    const entry = { at: now, value: read() };
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    return entry.value;
  }
}
