import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Milliseconds; a line waits longer than this for those of other containers anyway. */
const INTERVAL = 50;

/**
 * The common pace of all readers of a view: those who rest go on together. A hundred logs that say a line each ten
 * milliseconds are then read twenty times a second, several lines at a time, and not ten thousand times.
 */
export class ReadPace {
  readonly #clock: Clock;
  #resting: (() => void)[] = [];
  #cancel?: () => void;
  #stopped = false;

  static create(clock: Clock): ReadPace {
    return new ReadPace(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when all go on; at once after a stop. */
  rest(): Promise<void> {
    if (this.#stopped) {
      return Promise.resolve();
    }
    this.#cancel ??= this.#clock.after(INTERVAL, () => this.#goOn());
    return new Promise(resolve => this.#resting.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
    this.#goOn();
  }

  #goOn(): void {
    const resting = this.#resting;
    this.#resting = [];
    this.#cancel = undefined;
    resting.forEach(resolve => resolve());
  }
}
