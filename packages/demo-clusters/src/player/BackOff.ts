/** The real controllers begin with milliseconds; here nothing happens between two ticks. */
const FIRST_MS = 1000;
/** The real ones wait up to 1,000 s; nobody who watches a demo does. */
const LONGEST_MS = 60_000;

/** How long what failed waits until it is tried again: twice as long each time. */
export class BackOff {
  readonly #failures = new Map<string, number>();

  private constructor() {}

  static create(): BackOff {
    return new BackOff();
  }

  /** One more failure; gives the milliseconds until the next try. */
  fail(key: string): number {
    const failures = this.#failures.get(key) ?? 0;
    this.#failures.set(key, failures + 1);
    return Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  }

  /** It succeeded, or there is nothing left to try. */
  forget(key: string): void {
    this.#failures.delete(key);
  }
}
