import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/**
 * Calls back at most once in a while, however often it is asked to: at once after a quiet time, else when the time is
 * over.
 */
export class Beat {
  readonly #clock: Clock;
  readonly #interval: number;
  readonly #onBeat: () => void;
  #lastAt = Number.NEGATIVE_INFINITY;
  #cancel?: () => void;

  /** @param options.interval - milliseconds */
  static create(options: {
    clock: Clock;
    interval: number;
    onBeat: () => void;
  }): Beat {
    return new Beat(options);
  }

  private constructor(options: {
    clock: Clock;
    interval: number;
    onBeat: () => void;
  }) {
    this.#clock = options.clock;
    this.#interval = options.interval;
    this.#onBeat = options.onBeat;
  }

  ask(): void {
    if (this.#cancel) {
      return;
    }
    const since = this.#clock.now().getTime() - this.#lastAt;
    // A clock that was set back makes the time since then negative.
    if (since < 0 || since >= this.#interval) {
      this.#beat();
      return;
    }
    this.#cancel = this.#clock.after(this.#interval - since, () => {
      this.#cancel = undefined;
      this.#beat();
    });
  }

  /** Takes back what was asked for; leaves no timer. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #beat(): void {
    this.#lastAt = this.#clock.now().getTime();
    this.#onBeat();
  }
}
