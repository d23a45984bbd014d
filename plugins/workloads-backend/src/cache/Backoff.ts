const BASE_MS = 500;
const MAX_MS = 30_000;

/** Full-jitter back-off: each wait is anywhere between nothing and a ceiling that doubles up to a limit. */
export class Backoff {
  readonly #random: () => number;
  readonly #baseMs: number;
  readonly #maxMs: number;
  #failures = 0;

  /**
   * @param random - from 0 to below 1
   * @param limits - the first ceiling and the last; 0.5 and 30 s unless told
   */
  static create(
    random: () => number,
    limits?: { readonly baseMs: number; readonly maxMs: number },
  ): Backoff {
    return new Backoff(random, limits ?? { baseMs: BASE_MS, maxMs: MAX_MS });
  }

  private constructor(
    random: () => number,
    limits: { readonly baseMs: number; readonly maxMs: number },
  ) {
    this.#random = random;
    this.#baseMs = limits.baseMs;
    this.#maxMs = limits.maxMs;
  }

  /**
   * Counts a failure.
   *
   * @param atLeast - milliseconds that the server asked for
   * @returns milliseconds to wait
   */
  next(atLeast = 0): number {
    const ceiling = Math.min(this.#maxMs, this.#baseMs * 2 ** this.#failures);
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
