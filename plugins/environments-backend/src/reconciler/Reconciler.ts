import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { ClaimedEnvironment, EnvironmentStore, Lease } from '../store/types';
import { Visit } from './Visit';
import { VisitOptions } from './VisitOptions';

/** What {@link Reconciler} needs. */
export interface ReconcilerOptions extends Omit<VisitOptions, 'signal'> {
  /** Name of this process among all that share the database. */
  readonly worker: string;
  /** How many environments are worked on at once; most of them wait for pods. */
  readonly atOnce?: number;
  /** Milliseconds between looks for work that other processes gave up or that has become due. */
  readonly pollMs?: number;
  /** Milliseconds after which the work of a dead process is taken over. */
  readonly leaseMs?: number;
}

const AT_ONCE = 32;
const POLL_MS = 1_000;
const LEASE_MS = 15_000;

/** Brings environments to where people want them. Any number of processes may do so over one database. */
export class Reconciler {
  readonly #options: ReconcilerOptions;
  readonly #store: EnvironmentStore;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #stop = new AbortController();
  readonly #visits = new Set<Promise<void>>();
  #cancelPoll = () => {};
  #looking: Promise<void> | undefined;
  #again = false;

  static create(options: ReconcilerOptions): Reconciler {
    return new Reconciler(options);
  }

  private constructor(options: ReconcilerOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** Begins to look for work. */
  start(): void {
    this.wake();
  }

  /** Stops, and gives back what is being worked on; the next process goes on at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancelPoll();
    await this.#looking;
    await Promise.all(this.#visits);
  }

  /** Looks for work now, because there may be some. */
  wake(): void {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#cancelPoll();
    this.#again = false;
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#stop.signal.aborted) {
        return;
      }
      if (this.#again) {
        this.wake();
      } else {
        const wait = this.#options.pollMs ?? POLL_MS;
        this.#cancelPoll = this.#clock.after(wait, () => this.wake());
      }
    });
  }

  async #look(): Promise<void> {
    const { worker, leaseMs = LEASE_MS, atOnce = AT_ONCE } = this.#options;
    try {
      while (!this.#stop.signal.aborted && this.#visits.size < atOnce) {
        const claimed = await this.#store.claim(worker, leaseMs);
        if (!claimed) {
          return;
        }
        const visit = this.#visit(claimed).finally(() => {
          this.#visits.delete(visit);
          this.wake();
        });
        this.#visits.add(visit);
      }
    } catch (error) {
      this.#logger.warn(
        'No work on environments could be taken up',
        toError(error),
      );
    }
  }

  async #visit(claimed: ClaimedEnvironment): Promise<void> {
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, this.#stop.signal]);
    const stopBeating = this.#beat(claimed.lease, abort);
    try {
      await Visit.run({ ...this.#options, signal }, claimed);
    } catch (error) {
      // The lease runs out and the next worker finds everything as it was left.
      this.#logger.warn(
        `The work on environment ${claimed.environment.id} was broken off`,
        toError(error),
      );
    } finally {
      stopBeating();
    }
    try {
      await this.#store.release(claimed.lease);
    } catch (error) {
      this.#logger.warn('A lease could not be given back', toError(error));
    }
  }

  /** Holds a lease while its owner lives, and stops the owner when it is lost or something else is wanted. */
  #beat(lease: Lease, abort: AbortController): () => void {
    const { leaseMs = LEASE_MS } = this.#options;
    // Often enough that a changed wish is noticed while pods are waited for.
    const every = Math.min(leaseMs / 5, 2_000);
    let until = this.#clock.now().getTime() + leaseMs;
    let cancel = () => {};
    let isOver = false;
    const beat = async () => {
      try {
        const begun = this.#clock.now().getTime();
        const state = await this.#store.heartbeat(lease, leaseMs);
        until = begun + leaseMs;
        if (state !== 'held') {
          abort.abort();
        }
      } catch {
        // Without the database it cannot be known whether another one works on it already.
        if (this.#clock.now().getTime() >= until) {
          abort.abort();
        }
      }
      if (!isOver && !abort.signal.aborted) {
        cancel = this.#clock.after(every, beat);
      }
    };
    cancel = this.#clock.after(every, beat);
    return () => {
      isOver = true;
      cancel();
    };
  }
}
