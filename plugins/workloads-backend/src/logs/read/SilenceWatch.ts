import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** A stream that says nothing for so many milliseconds is opened anew: some nodes stay with a file that was rotated. */
const SILENCE = 60_000;

/**
 * Finds that nothing has been heard for a minute. What is heard only moves a time: a timer that began anew with every
 * line would be most of the work of a busy log.
 */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #onSilence: () => void;
  #heardAt: number;
  #busy = false;
  #cancel: () => void;

  static start(clock: Clock, onSilence: () => void): SilenceWatch {
    return new SilenceWatch(clock, onSilence);
  }

  private constructor(clock: Clock, onSilence: () => void) {
    this.#clock = clock;
    this.#onSilence = onSilence;
    this.#heardAt = clock.now().getTime();
    this.#cancel = clock.after(SILENCE, () => this.#look());
  }

  /** Something came and is worked on: a reader that waits for its own reader does not listen. */
  hear(): void {
    this.#busy = true;
  }

  /** It listens again. */
  listen(): void {
    this.#busy = false;
    this.#heardAt = this.#clock.now().getTime();
  }

  stop(): void {
    this.#cancel();
  }

  #look(): void {
    const silent = this.#busy ? 0 : this.#clock.now().getTime() - this.#heardAt;
    if (silent >= SILENCE) {
      this.#onSilence();
    } else {
      this.#cancel = this.#clock.after(SILENCE - silent, () => this.#look());
    }
  }
}
