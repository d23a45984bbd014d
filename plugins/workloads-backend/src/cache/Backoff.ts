const BASE_MS = 500;
const MAX_MS = 30_000;

/** Full-jitter back-off: each wait is anywhere between nothing and a ceiling that doubles from 0.5 to 30 s. */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  /** @param random - from 0 to below 1 */
  static create(random: () => number): Backoff {
    return new Backoff(random);
  }

  private constructor(random: () => number) {
    this.#random = random;
  }

  /**
   * Counts a failure.
   *
   * @param atLeast - milliseconds that the server asked for
   * @returns milliseconds to wait
   */
  next(atLeast = 0): number {
    const ceiling = Math.min(MAX_MS, BASE_MS * 2 ** this.#failures);
    // Beyond this the ceiling stands still, and the power would overflow in the end.
    this.#failures = Math.min(this.#failures + 1, 16);
    // The server's own wish is a floor, and those who share it must not all come back at the same moment.
    return Math.round(atLeast + this.#random() * ceiling);
  }

  /** Failures in a row; large numbers are not told apart. */
  get failures(): number {
    return this.#failures;
  }

  /** Forgets the failures. */
  reset(): void {
    this.#failures = 0;
  }
}
