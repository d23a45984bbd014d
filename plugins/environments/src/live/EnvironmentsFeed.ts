import {
  EnvironmentRecord,
  EnvironmentsApi,
  WatchRequest,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Clock,
  FeedConnection,
  isRefused,
  readRecords,
  RetryWait,
  Visibility,
  whileVisible,
} from '@domaindeck/backstage-plugin-workloads-react';
import { EnvironmentsData, EnvironmentsState } from './FeedState';
import { Replay, withAnswer } from './Replay';

/** A refusal may be lifted while the page is open; asking once a minute burdens nobody. */
const REFUSED_MS = 60_000;
/** Between two short questions, where the network holds long answers back. */
const POLL_MS = 3_000;

const NOTHING: EnvironmentsData = { items: [], steps: [], history: [] };

/** What an {@link EnvironmentsFeed} stands on. */
export interface EnvironmentsFeedOptions {
  readonly api: Pick<EnvironmentsApi, 'watch'>;
  readonly request: Pick<WatchRequest, 'domain' | 'id'>;
  readonly clock: Clock;
  readonly visibility: Visibility;
  /** Gives a number of [0, 1), for the jitter of repetitions. */
  readonly random: () => number;
}

/**
 * Environments, kept current by one stream, which is opened again after every break and dropped while the page is hidden.
 * The last data stays through a break and goes only when it may not be seen any more.
 */
export class EnvironmentsFeed {
  readonly #options: EnvironmentsFeedOptions;
  readonly #listeners = new Set<() => void>();
  readonly #wait: RetryWait;
  #state: EnvironmentsState = {
    phase: 'loading',
    connection: { kind: 'connecting' },
  };
  /** What came before the first stream had sent everything. */
  #early = NOTHING;
  #polls = false;

  static create(options: EnvironmentsFeedOptions): EnvironmentsFeed {
    return new EnvironmentsFeed(options);
  }

  private constructor(options: EnvironmentsFeedOptions) {
    this.#options = options;
    this.#wait = RetryWait.create(options.clock, options.random);
  }

  getState(): EnvironmentsState {
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

  /** Shows the answer of a write at once; the stream confirms it later. */
  accept(answer: EnvironmentRecord): void {
    if (this.#state.phase === 'ready') {
      this.#set({
        ...this.#state,
        data: withAnswer(this.#state.data, answer),
      });
    }
  }

  async #loop(signal: AbortSignal): Promise<void> {
    this.#wait.reset();
    while (!signal.aborted) {
      try {
        const replay = new Replay();
        const end = await this.#follow(replay, signal);
        if (end === 'silent') {
          this.#polls = true;
        } else if (!signal.aborted) {
          // A stream that ends at once and says nothing would be asked for in a tight circle.
          await this.#wait.sleep(
            end === 'poll' ? POLL_MS : this.#pause(replay),
            signal,
          );
        }
      } catch (error) {
        if (!signal.aborted) {
          await this.#fail(error as Error, signal);
        }
      }
    }
  }

  async #follow(replay: Replay, signal: AbortSignal): Promise<string> {
    const { api, request, clock } = this.#options;
    const end = await readRecords({
      clock,
      signal,
      open: inner =>
        api.watch(this.#polls ? { ...request, poll: true } : request, {
          signal: inner,
        }),
      endOf: record => (record.type === 'end' ? record.reason : undefined),
      onRecords: records => {
        const data = replay.apply(this.#data(), records);
        if (replay.synced) {
          this.#wait.reset();
          this.#show(data);
        } else {
          this.#hold(data);
        }
      },
    });
    return end.kind;
  }

  #pause(replay: Replay): number {
    return replay.synced ? 0 : this.#wait.nextMs();
  }

  async #fail(error: Error, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const refused = isRefused(error);
    const ms = refused ? REFUSED_MS : this.#wait.nextMs();
    const connection: FeedConnection = {
      kind: 'retrying',
      retryAt: clock.now() + ms,
    };
    if (this.#state.phase === 'ready' && !refused) {
      this.#set({
        phase: 'ready',
        connection,
        data: this.#state.data,
        error,
      });
    } else {
      this.#early = NOTHING;
      this.#set({ phase: 'failed', connection, error });
    }
    await this.#wait.sleep(ms, signal);
  }

  #data(): EnvironmentsData {
    return this.#state.phase === 'ready' ? this.#state.data : this.#early;
  }

  #show(data: EnvironmentsData): void {
    this.#early = NOTHING;
    this.#set({
      phase: 'ready',
      connection: { kind: this.#polls ? 'polling' : 'live' },
      data,
    });
  }

  /** Half of the present state would look as if the other half were gone. */
  #hold(data: EnvironmentsData): void {
    if (this.#state.phase === 'ready') {
      this.#set({ ...this.#state, data });
    } else {
      this.#early = data;
    }
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

  #set(state: EnvironmentsState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}
