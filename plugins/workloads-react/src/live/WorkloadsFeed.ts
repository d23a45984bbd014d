import {
  StreamRecord,
  WorkloadsApi,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '../clock';
import { applyRecords } from './applyRecords';
import { FeedConnection, FeedState, WorkloadsData } from './FeedState';
import { isRefused } from './isRefused';
import { readRecords } from './readRecords';
import { RetryWait } from './RetryWait';
import { shareByKey } from './shareStructure';
import { Visibility } from './Visibility';
import { whileVisible } from './whileVisible';

/** A refusal may be lifted while the page is open; asking once a minute burdens nobody. */
const REFUSED_MS = 60_000;
/** A stream that was opened again counts as live after so long, although no record came: nothing may have changed. */
const SETTLED_MS = 1_000;

/**
 * What a {@link WorkloadsFeed} stands on.
 * @public
 */
export interface WorkloadsFeedOptions {
  readonly api: Pick<
    WorkloadsApi,
    'getWorkloads' | 'getEnvironments' | 'streamWorkloads'
  >;
  /** Full entity reference, such as `domain:default/payments`. */
  readonly entityRef: string;
  readonly clock: Clock;
  readonly visibility: Visibility;
  /** Gives a number of [0, 1), for the jitter of repetitions. */
  readonly random: () => number;
}

/**
 * The workloads of one entity, kept current: a snapshot, then a stream from its revision, resumed after every break and
 * dropped while the page is hidden. The last data stays through a break and goes only when it may not be seen any more.
 * @public
 */
export class WorkloadsFeed {
  readonly #options: WorkloadsFeedOptions;
  readonly #listeners = new Set<() => void>();
  #state: FeedState = {
    phase: 'loading',
    connection: { kind: 'connecting' },
  };
  readonly #wait: RetryWait;
  #needsSnapshot = true;
  #polls = false;
  #readsEnvironments = false;
  /** When the right to see it ended while this was open. */
  #revokedAt: number | undefined;
  /** Whether the stream at hand brought a record. */
  #alive = false;

  static create(options: WorkloadsFeedOptions): WorkloadsFeed {
    return new WorkloadsFeed(options);
  }

  private constructor(options: WorkloadsFeedOptions) {
    this.#options = options;
    this.#wait = RetryWait.create(options.clock, options.random);
  }

  getState(): FeedState {
    return this.#state;
  }

  /** Calls on each change of the state until the answer is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins; the answer stops everything, so that no timer and no request remains. */
  start(): () => void {
    const { clock, visibility } = this.#options;
    return whileVisible({
      clock,
      visibility,
      run: signal => {
        // The network may be another one than before; hope for a real stream again.
        this.#polls = false;
        this.#connect({ kind: 'connecting' });
        void this.#loop(signal);
      },
      onPause: () => this.#connect({ kind: 'paused' }),
    });
  }

  /** Ends the wait before the next attempt, if there is one. */
  retryNow(): void {
    this.#wait.wake();
  }

  async #loop(signal: AbortSignal): Promise<void> {
    this.#wait.reset();
    while (!signal.aborted) {
      try {
        if (this.#needsSnapshot || this.#state.phase !== 'ready') {
          await this.#takeSnapshot(signal);
        }
        this.#alive = false;
        const end = await this.#follow(signal);
        if (!signal.aborted && !this.#alive && end.kind !== 'silent') {
          // An answer that ends at once and without a record would be asked for in a tight circle.
          await this.#wait.sleep(this.#wait.nextMs(), signal);
        }
      } catch (error) {
        if (!signal.aborted) {
          await this.#fail(error as Error, signal);
        }
      }
    }
  }

  async #takeSnapshot(signal: AbortSignal): Promise<void> {
    const { api, entityRef } = this.#options;
    const [snapshot, environments] = await Promise.all([
      api.getWorkloads(entityRef, undefined, { signal }),
      api.getEnvironments(entityRef, { signal }),
    ]);
    if (signal.aborted) {
      return;
    }
    const known = this.#data();
    this.#needsSnapshot = false;
    this.#revokedAt = undefined;
    this.#show(
      {
        revision: snapshot.revision,
        workloads: shareByKey(
          known?.workloads ?? [],
          snapshot.items,
          w => w.id,
        ),
        clusters: shareByKey(
          known?.clusters ?? [],
          snapshot.clusters,
          c => c.name,
        ),
        components: shareByKey(
          known?.components ?? [],
          snapshot.components ?? [],
          c => c.ref,
        ),
        environments: shareByKey(
          known?.environments ?? [],
          environments.items,
          e => e.ref,
        ),
      },
      { kind: this.#polls ? 'polling' : 'live' },
    );
  }

  async #follow(signal: AbortSignal): Promise<{ readonly kind: string }> {
    const { api, entityRef, clock } = this.#options;
    const revision = this.#data()?.revision ?? '';
    const settle = () =>
      this.#connect({ kind: this.#polls ? 'polling' : 'live' });
    const cancelSettle = clock.after(SETTLED_MS, settle);
    try {
      const end = await readRecords({
        clock,
        signal,
        open: inner =>
          api.streamWorkloads(
            entityRef,
            this.#polls ? { revision, poll: true } : { revision },
            { signal: inner },
          ),
        endOf: record => {
          if (record.type === 'reset') {
            return 'reset';
          }
          return record.type === 'end' ? record.reason : undefined;
        },
        onRecords: records => {
          this.#alive = true;
          this.#wait.reset();
          settle();
          this.#apply(records, signal);
        },
      });
      switch (end.kind) {
        case 'revoked':
          this.#revokedAt = clock.now();
          this.#needsSnapshot = true;
          break;
        case 'reset':
          this.#needsSnapshot = true;
          break;
        case 'silent':
          this.#polls = true;
          break;
        default:
      }
      return end;
    } finally {
      cancelSettle();
    }
  }

  #apply(records: readonly StreamRecord[], signal: AbortSignal): void {
    const before = this.#data();
    if (!before) {
      return;
    }
    const after = applyRecords(before, records);
    this.#show(after, this.#state.connection);
    if (needsEnvironments(before, after)) {
      void this.#readEnvironments(signal);
    }
  }

  /** Environments that a namespace's label makes are known only once its cluster answers. */
  async #readEnvironments(signal: AbortSignal): Promise<void> {
    if (this.#readsEnvironments) {
      return;
    }
    this.#readsEnvironments = true;
    try {
      const { api, entityRef } = this.#options;
      const { items } = await api.getEnvironments(entityRef, { signal });
      const data = this.#data();
      if (data && !signal.aborted) {
        this.#show(
          {
            ...data,
            environments: shareByKey(data.environments, items, e => e.ref),
          },
          this.#state.connection,
        );
      }
    } catch {
      // The next change of a cluster, or the next snapshot, asks again.
    } finally {
      this.#readsEnvironments = false;
    }
  }

  async #fail(error: Error, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const refused = isRefused(error);
    const ms = refused ? REFUSED_MS : this.#wait.nextMs();
    const connection: FeedConnection = {
      kind: 'retrying',
      retryAt: clock.now() + ms,
    };
    const data = this.#data();
    if (data && !refused) {
      this.#set({ phase: 'ready', connection, data, error });
    } else {
      this.#needsSnapshot = true;
      const revokedAt = refused ? this.#revokedAt : undefined;
      this.#set({ phase: 'failed', connection, error, revokedAt });
    }
    await this.#wait.sleep(ms, signal);
  }

  #data(): WorkloadsData | undefined {
    return this.#state.phase === 'ready' ? this.#state.data : undefined;
  }

  #show(data: WorkloadsData, connection: FeedConnection): void {
    this.#set({ phase: 'ready', connection, data });
  }

  #connect(connection: FeedConnection): void {
    const state = this.#state;
    if (state.connection.kind === connection.kind) {
      return;
    }
    this.#set(
      state.phase === 'ready'
        ? { phase: 'ready', data: state.data, connection }
        : { ...state, connection },
    );
  }

  #set(state: FeedState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

function needsEnvironments(
  before: WorkloadsData,
  after: WorkloadsData,
): boolean {
  const refs = new Set(after.environments.map(e => e.ref));
  if (after.workloads.some(w => !refs.has(`${w.cluster}/${w.namespace}`))) {
    return true;
  }
  const live = new Set(
    before.clusters.filter(c => c.state === 'live').map(c => c.name),
  );
  return after.clusters.some(c => c.state === 'live' && !live.has(c.name));
}
