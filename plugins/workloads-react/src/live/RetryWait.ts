import { Clock } from '../clock';
import { backOff } from './backOff';

/**
 * The waits between attempts: longer after each failure, and ended early by who does not want to wait.
 * @public
 */
export class RetryWait {
  readonly #clock: Clock;
  readonly #random: () => number;
  #attempt = 0;
  #wake?: () => void;

  static create(clock: Clock, random: () => number): RetryWait {
    return new RetryWait(clock, random);
  }

  private constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** After a success: the next failure is the first again. */
  reset(): void {
    this.#attempt = 0;
  }

  /** Milliseconds to wait before the next attempt; grows with each call. */
  nextMs(): number {
    const ms = backOff(this.#attempt, this.#random);
    this.#attempt += 1;
    return ms;
  }

  /** Resolves after so long, when it is woken, or when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#clock.after(ms, done);
      function done() {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }

  /** Ends the wait, if there is one. */
  wake(): void {
    this.#wake?.();
  }
}
