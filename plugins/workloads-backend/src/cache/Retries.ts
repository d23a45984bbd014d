import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Backoff } from './Backoff';
import { Pause } from './Pause';
import { RecoveryWait } from './recoverFrom';

/**
 * Rights and kinds change by people's hands; asking each minute finds it soon and troubles nobody. The first retries are
 * quicker, since an API server that has just started may not know all rights and kinds yet.
 */
const SLOW_RETRY = { baseMs: 2_000, maxMs: 60_000 };

/**
 * A list is dear: after the first, another that helps no more than the last waits longer each time, but no longer than a
 * page may be out of date after the end of a trouble.
 */
const RELIST_RETRY = { baseMs: 500, maxMs: 30_000 };

/**
 * The waits of one loop between its attempts.
 *
 * Guarantees: whatever fails again and again is tried for ever, and more and more rarely down to each 30 or 60 s.
 */
export class Retries {
  readonly #pause: Pause;
  readonly #network: Backoff;
  readonly #relists: Backoff;
  readonly #slow: Backoff;

  /** @param random - from 0 to below 1 */
  static create(clock: Clock, random: () => number): Retries {
    return new Retries(clock, random);
  }

  private constructor(clock: Clock, random: () => number) {
    this.#pause = Pause.create(clock);
    this.#network = Backoff.create(random);
    this.#relists = Backoff.create(random, RELIST_RETRY);
    this.#slow = Backoff.create(random, SLOW_RETRY);
  }

  /** Failures since something went well; large numbers are not told apart. */
  get failures(): number {
    return this.#network.failures;
  }

  /** @param retryAfterMs - what the server asked for */
  wait(kind: RecoveryWait, retryAfterMs?: number): Promise<void> {
    switch (kind) {
      case 'not':
        return Promise.resolve();
      case 'network':
        return this.#pause.waitWakeably(this.#network.next());
      case 'unhurried':
        return this.#pause.wait(this.#network.next(retryAfterMs));
      case 'relist':
        return this.#pause.wait(this.#relists.next());
      case 'slow':
        return this.#pause.wait(this.#slow.next(retryAfterMs));
      default:
        return this.#pause.waitForWake();
    }
  }

  /** Something arrived. */
  noteRecord(): void {
    this.#network.reset();
  }

  /** A whole list arrived. */
  noteList(): void {
    this.#network.reset();
    this.#slow.reset();
  }

  /** A watch lives, so that the list before it was worth its price. */
  noteLife(): void {
    this.#relists.reset();
  }

  /** The cluster answers: a wait that was caused by the network is over. */
  wake(): void {
    this.#pause.endIfWakeable();
  }

  /** Ends the present wait and all later ones. */
  end(): void {
    this.#pause.end();
  }
}
