/** At 115 MB/s of JSON a slice holds some 400 kB, and everything else in the process waits no longer than this. */
const SLICE_MS = 4;

/**
 * Shares the event loop between all parsers of the process: together they get one slice per turn of the loop. Slices of
 * their own would add up, since Node runs every waiting continuation in the same turn.
 */
export class TimeShare {
  readonly #waiting: (() => void)[] = [];
  #sliceEnd = 0;
  #turning = false;

  static create(): TimeShare {
    return new TimeShare();
  }

  private constructor() {}

  /** Undefined while the slice lasts; else a promise of the next turn. */
  pause(): Promise<void> | undefined {
    if (!this.#turning) {
      this.#turning = true;
      this.#startSlice();
    }
    if (performance.now() < this.#sliceEnd) {
      return undefined;
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #startSlice(): void {
    this.#sliceEnd = performance.now() + SLICE_MS;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    const next = this.#waiting.shift();
    if (next) {
      this.#startSlice();
      next();
    } else {
      this.#turning = false;
    }
  }
}
