import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDriver } from '../drivers/types';

/** What {@link Rounds} needs. */
export interface RoundsOptions {
  readonly clock: Clock;
  /** Milliseconds from the end of one to the begin of the next. */
  readonly everyMs: number;
  /** Never fails. */
  readonly act: (driver: ClusterDriver) => Promise<void>;
}

/** Does something with each cluster again and again, with each by itself: a silent one holds up no other. */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();

  static create(options: RoundsOptions): Rounds {
    return new Rounds(options);
  }

  private constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** Aborts when it stops. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  start(drivers: readonly ClusterDriver[]): void {
    drivers.forEach(driver => this.#again(driver));
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  #again(driver: ClusterDriver): void {
    const { act, clock, everyMs } = this.#options;
    const round = act(driver).finally(() => {
      this.#running.delete(round);
      if (!this.#stop.signal.aborted) {
        const cancel = clock.after(everyMs, () => {
          this.#stop.signal.removeEventListener('abort', cancel);
          this.#again(driver);
        });
        this.#stop.signal.addEventListener('abort', cancel, { once: true });
      }
    });
    this.#running.add(round);
  }
}
