import { Clock } from '../clock';

/**
 * A clock that moves only when a test moves it.
 * @public
 */
export class ManualClock implements Clock {
  #now: number;
  #timers: { at: number; call: () => void }[] = [];

  /** @param start - RFC 3339 of the first moment. */
  static at(start: string): ManualClock {
    return new ManualClock(Date.parse(start));
  }

  private constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(one => one !== timer);
    };
  }

  /** How many timers wait. */
  pending(): number {
    return this.#timers.length;
  }

  /** Moves on and calls what falls due, in order; promises settle between two calls. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const next = this.#timers
        .filter(timer => timer.at <= end)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter(timer => timer !== next);
      next.call();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets promises that are already decided run on; a chain of 20 is longer than any in this package. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await Promise.resolve();
  }
}
