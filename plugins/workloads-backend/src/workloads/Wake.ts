import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Lets a loop sleep until something calls, a time comes or a signal aborts. A call while nobody sleeps is kept. */
export class Wake {
  readonly #clock: Clock;
  readonly #signals: readonly AbortSignal[];
  #called = false;
  #wakeUp: () => void = () => undefined;
  readonly #onAbort = () => this.call();

  static create(clock: Clock, signals: readonly AbortSignal[]): Wake {
    return new Wake(clock, signals);
  }

  private constructor(clock: Clock, signals: readonly AbortSignal[]) {
    this.#clock = clock;
    this.#signals = signals;
    signals.forEach(signal => signal.addEventListener('abort', this.#onAbort));
  }

  call(): void {
    this.#called = true;
    this.#wakeUp();
  }

  /** @param until - milliseconds since the epoch */
  async wait(until: number): Promise<void> {
    if (!this.#called && !this.#signals.some(({ aborted }) => aborted)) {
      await new Promise<void>(resolve => {
        const remaining = until - this.#clock.now().getTime();
        const cancel = this.#clock.after(Math.max(0, remaining), resolve);
        this.#wakeUp = () => {
          cancel();
          resolve();
        };
      });
    }
    this.#wakeUp = () => undefined;
    this.#called = false;
  }

  stop(): void {
    this.#wakeUp();
    this.#signals.forEach(signal =>
      signal.removeEventListener('abort', this.#onAbort),
    );
  }
}
