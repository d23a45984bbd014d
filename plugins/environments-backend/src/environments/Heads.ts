import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EnvironmentStore } from '../store/types';

/** Milliseconds between looks at the database while somebody watches: other processes write there too. */
const LOOK_MS = 1_000;

/** One look at the versions of all environments for everybody who watches. */
export class Heads {
  readonly #store: EnvironmentStore;
  readonly #clock: Clock;
  #known:
    | {
        readonly at: number;
        readonly value: Promise<ReadonlyMap<string, number>>;
      }
    | undefined;
  readonly #waiting = new Set<() => void>();

  static create(options: { store: EnvironmentStore; clock: Clock }): Heads {
    return new Heads(options);
  }

  private constructor(options: { store: EnvironmentStore; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Versions by id, as they were at most a second ago. */
  get(): Promise<ReadonlyMap<string, number>> {
    const now = this.#clock.now().getTime();
    if (
      !this.#known ||
      now < this.#known.at ||
      now - this.#known.at >= LOOK_MS
    ) {
      this.#known = { at: now, value: this.#store.heads() };
    }
    return this.#known.value;
  }

  /** Something was written here: whoever watches looks at once. */
  touch(): void {
    this.#known = undefined;
    this.#waiting.forEach(wake => wake());
  }

  /** Waits for the next look: a second, less when something was written here, or when one of the signals aborts. */
  next(most: number, signals: readonly AbortSignal[]): Promise<void> {
    return new Promise(resolve => {
      let cancel = () => {};
      const end = () => {
        cancel();
        this.#waiting.delete(end);
        signals.forEach(one => one.removeEventListener('abort', end));
        resolve();
      };
      cancel = this.#clock.after(Math.max(0, Math.min(LOOK_MS, most)), end);
      this.#waiting.add(end);
      signals.forEach(one => one.addEventListener('abort', end));
      if (signals.some(one => one.aborted)) {
        end();
      }
    });
  }
}
