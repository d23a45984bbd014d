import { setTimeout as sleep } from 'node:timers/promises';
import { LoadClusters } from '../load/LoadClusters';
import { LOAD_SERVICE } from '../load/loadObjects';
import { percentile } from '../percentile';

/** Changes of the service a second, over all clusters. */
export const CHANGES_PER_SECOND = 100;

/** Milliseconds that the last change has to arrive. */
const SETTLE_MS = 2_000;

/** Gathers when changes are seen. */
export class ChangeTimes {
  readonly #seen: [mark: number, at: number][] = [];

  static create(): ChangeTimes {
    return new ChangeTimes();
  }

  private constructor() {}

  readonly onMark = (mark: number, at: number): void => {
    this.#seen.push([mark, at]);
  };

  /**
   * Lets the service change for some seconds.
   * @returns milliseconds from each change to each screen, and how many of the changes were seen on screens
   */
  async during(
    load: LoadClusters,
    options: {
      readonly seconds: number;
      readonly viewers: number;
      /** The mark of the last change before. */
      readonly from: number;
    },
  ): Promise<{ p50: number; p99: number; seen: number; last: number }> {
    this.#seen.length = 0;
    const { times } = await load.churn({
      app: LOAD_SERVICE,
      perSecond: CHANGES_PER_SECOND,
      seconds: options.seconds,
    });
    await sleep(SETTLE_MS);
    const delays = this.#seen.flatMap(([mark, at]) => {
      const made = times[mark - 1 - options.from];
      return made === undefined ? [] : [at - made];
    });
    if (delays.length === 0) {
      throw new Error(`None of ${times.length} changes reached a screen`);
    }
    return {
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      seen: delays.length / (times.length * options.viewers),
      last: options.from + times.length,
    };
  }
}
