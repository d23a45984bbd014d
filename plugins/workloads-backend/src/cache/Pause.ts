import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Waits between attempts; one at a time, and each can be ended early. */
export class Pause {
  readonly #clock: Clock;
  #wake: (() => void) | undefined;
  #wakeable = false;
  #ended = false;

  static create(clock: Clock): Pause {
    return new Pause(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits the whole time. */
  wait(milliseconds: number): Promise<void> {
    return this.#sleep(milliseconds, false);
  }

  /** Waits that long or until it is woken. */
  waitWakeably(milliseconds: number): Promise<void> {
    return this.#sleep(milliseconds, true);
  }

  /** Waits until it is woken. */
  waitForWake(): Promise<void> {
    return this.#sleep(undefined, true);
  }

  /** Ends the present wait if that is of a kind that may be woken. */
  endIfWakeable(): void {
    if (this.#wakeable) {
      this.#wake?.();
    }
  }

  /** Ends the present wait and all later ones. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  #sleep(milliseconds: number | undefined, wakeable: boolean): Promise<void> {
    if (this.#ended) {
      return Promise.resolve();
    }
    this.#wakeable = wakeable;
    return new Promise(resolve => {
      let cancel = () => {};
      const finish = () => {
        cancel();
        this.#wake = undefined;
        resolve();
      };
      this.#wake = finish;
      if (milliseconds !== undefined) {
        cancel = this.#clock.after(milliseconds, finish);
      }
    });
  }
}
