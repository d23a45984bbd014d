import { setTimeout as delay } from 'node:timers/promises';

/**
 * How a server treats whoever asks:
 *
 * - `ok`: answers.
 * - `silent`: accepts connections and never answers; open watches say nothing more.
 * - `slow`: answers, each time after a pause.
 * - `refuse`: nobody listens; open connections are cut.
 * @public
 */
export type FaultMode = 'ok' | 'silent' | 'slow' | 'refuse';

/** What every answer passes before it is sent. */
export class Gate {
  readonly #slowMs: number;
  #mode: FaultMode = 'ok';
  #waiting: (() => void)[] = [];

  private constructor(slowMs: number) {
    this.#slowMs = slowMs;
  }

  /** @param slowMs - the pause of `slow`, in milliseconds */
  static create(slowMs: number): Gate {
    return new Gate(slowMs);
  }

  get mode(): FaultMode {
    return this.#mode;
  }

  set(mode: FaultMode): void {
    this.#mode = mode;
    if (mode !== 'silent') {
      this.release();
    }
  }

  /** Lets go everything that waits, whatever the mode: for a server that stops. */
  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(resolve => resolve());
  }

  /** Resolves when an answer may go out. */
  async pass(): Promise<void> {
    if (this.#mode === 'slow') {
      await delay(this.#slowMs, undefined, { ref: false });
    }
    if (this.#mode === 'silent') {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }
}
