/** At 115 MB/s of JSON a slice holds some 400 kB, and everything else in the process waits no longer than this. */
const SLICE_MS = 4;

/** Where a {@link TimeShare} has its time from. */
export interface TurnScheduler {
  /** Milliseconds of a clock that only moves on. */
  now(): number;
  /** Calls back in the next turn of the event loop, after whatever else is due. */
  nextTurn(callback: () => void): void;
}

const eventLoop: TurnScheduler = {
  now: () => performance.now(),
  nextTurn: callback => {
    setImmediate(callback);
  },
};

/**
 * Shares the event loop between all parsers of the process: together they get one slice per turn of the loop. Slices of
 * their own would add up, since Node runs every waiting continuation in the same turn.
 *
 * Guarantees: parsers that ask before each object hold the loop, all together, no longer than a slice and the one object
 * that ends it.
 */
export class TimeShare {
  readonly #scheduler: TurnScheduler;
  readonly #waiting: (() => void)[] = [];
  #sliceEnd = 0;
  #turning = false;

  /** @param scheduler - the event loop's own unless told */
  static create(scheduler: TurnScheduler = eventLoop): TimeShare {
    return new TimeShare(scheduler);
  }

  private constructor(scheduler: TurnScheduler) {
    this.#scheduler = scheduler;
  }

  /** Undefined while the slice lasts; else a promise of the next turn. */
  pause(): Promise<void> | undefined {
    if (!this.#turning) {
      this.#turning = true;
      this.#startSlice();
    }
    if (this.#scheduler.now() < this.#sliceEnd) {
      return undefined;
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #startSlice(): void {
    this.#sliceEnd = this.#scheduler.now() + SLICE_MS;
    this.#scheduler.nextTurn(() => this.#turn());
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
