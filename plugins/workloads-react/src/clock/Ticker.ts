import { Clock } from './Clock';

type Listener = (now: number) => void;

/**
 * One timer for everything on the screen that shows the same step of time, so that forty ages turn over together.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #steps = new Map<
    number,
    { listeners: Set<Listener>; cancel: () => void }
  >();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  /** Calls every `stepMs` until the answer is called. */
  subscribe(stepMs: number, listener: Listener): () => void {
    let step = this.#steps.get(stepMs);
    if (!step) {
      step = { listeners: new Set(), cancel: () => undefined };
      this.#steps.set(stepMs, step);
      this.#schedule(stepMs);
    }
    step.listeners.add(listener);
    return () => {
      const current = this.#steps.get(stepMs);
      current?.listeners.delete(listener);
      if (current?.listeners.size === 0) {
        current.cancel();
        this.#steps.delete(stepMs);
      }
    };
  }

  #schedule(stepMs: number): void {
    const step = this.#steps.get(stepMs);
    if (!step) {
      return;
    }
    step.cancel = this.#clock.after(stepMs, () => {
      const now = this.#clock.now();
      [...step.listeners].forEach(listener => listener(now));
      this.#schedule(stepMs);
    });
  }
}
