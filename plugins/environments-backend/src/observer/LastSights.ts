import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDriver, ClusterSight } from '../drivers/types';

/** The observer's last look at each cluster, for all that is done with what it saw, so that no cluster is asked twice. */
export class LastSights {
  readonly #clock: Clock;
  readonly #last = new Map<
    string,
    { readonly begunAt: number; readonly sight: Promise<ClusterSight> }
  >();

  static create(options: { readonly clock: Clock }): LastSights {
    return new LastSights(options.clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The observer looks, now: it must see what is there after this moment. */
  take(driver: ClusterDriver, signal: AbortSignal): Promise<ClusterSight> {
    const begunAt = this.#clock.now().getTime();
    const sight = driver.sight(signal);
    const look = { begunAt, sight };
    this.#last.set(driver.cluster, look);
    // A look that failed is no use to anybody else.
    sight.catch(() => {
      if (this.#last.get(driver.cluster) === look) {
        this.#last.delete(driver.cluster);
      }
    });
    return sight;
  }

  /**
   * What the observer saw lately; looks for this once where that is too long ago.
   *
   * @param withinMs - milliseconds since that look began
   */
  recent(
    driver: ClusterDriver,
    withinMs: number,
    signal: AbortSignal,
  ): Promise<ClusterSight> {
    const last = this.#last.get(driver.cluster);
    const now = this.#clock.now().getTime();
    return last && last.begunAt >= now - withinMs
      ? last.sight
      : driver.sight(signal);
  }
}
