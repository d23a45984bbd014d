import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { FeedState, sameFeedState } from '../clusters/FeedState';
import { Row } from '../projection/rows';
import { Backoff } from './Backoff';
import { FeedError } from './FeedError';
import { FeedRequests } from './FeedRequests';
import { Pause } from './Pause';
import { WatchRecord } from './parseWatchLine';
import { readPages } from './readPages';
import { RequestSlots } from './RequestSlots';
import { RowKeeper } from './RowKeeper';
import { TimeShare } from './TimeShare';
import { WatchListSupport } from './WatchListSupport';
import { WatchStream } from './WatchStream';

/** Rights and kinds change by people's hands; asking each minute finds it soon and troubles nobody. */
const SLOW_RETRY_MS = 60_000;

/** A watch that lived this long was a working one. */
const LIVED_MS = 10_000;

/** A watch that is resumed after failures counts as live after this, so that one that breaks at once does not flicker. */
const STEADY_MS = 1_000;

/** After this silence within the initial events the server is taken for one that does not know how to end them. */
const INITIAL_SILENCE_MS = 15_000;

/** What a {@link WatchLoop} works with. */
export interface WatchLoopOptions {
  /** Path of the list over all namespaces. */
  readonly path: string;
  readonly keeper: RowKeeper<Row>;
  readonly requests: FeedRequests;
  /** Lists in flight, shared by the loops of a cluster. */
  readonly listSlots: RequestSlots;
  readonly watchList: WatchListSupport;
  readonly timeShare: TimeShare;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onState: (state: FeedState) => void;
  /** Called with what was wrong and how often something was, when something arrives that is no record. */
  readonly onGarbled: (message: string, count: number) => void;
  /** Called with each sign of life from the cluster. */
  readonly onAnswer: () => void;
}

/** Keeps the rows of one resource of one cluster equal to the cluster, whatever happens on the way. */
export class WatchLoop {
  readonly #options: WatchLoopOptions;
  readonly #stream: WatchStream;
  readonly #backoff: Backoff;
  readonly #pause: Pause;
  readonly #stopping = new AbortController();
  #attempt = new AbortController();
  #parked = false;
  #version: string | undefined;
  #state: FeedState = { kind: 'waiting' };
  #garbled = 0;
  #running: Promise<void> | undefined;

  static create(options: WatchLoopOptions): WatchLoop {
    return new WatchLoop(options);
  }

  private constructor(options: WatchLoopOptions) {
    this.#options = options;
    this.#stream = WatchStream.create(options);
    this.#backoff = Backoff.create(options.random);
    this.#pause = Pause.create(options.clock);
  }

  get state(): FeedState {
    return this.#state;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends everything; no socket and no timer is left when the promise resolves. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#attempt.abort();
    this.#pause.end();
    await this.#running;
  }

  /** The cluster is away: what is open is dropped, and nothing is tried until {@link WatchLoop.resume}. */
  park(): void {
    if (!this.#parked) {
      this.#parked = true;
      this.#attempt.abort(
        new FeedError('silent', 'the cluster does not answer'),
      );
    }
  }

  /** The cluster answers: a wait that was caused by the network is over. */
  resume(): void {
    this.#parked = false;
    this.#pause.endIfWakeable();
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#attempt = new AbortController();
      const { signal } = this.#attempt;
      if (this.#parked) {
        await this.#pause.waitForWake();
        continue;
      }
      try {
        if (this.#version === undefined) {
          await this.#readAll(signal);
        } else {
          await this.#follow(signal);
        }
      } catch (error) {
        await this.#recover(error);
      }
    }
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const giveBack = await this.#options.listSlots.take(signal);
    try {
      if (this.#options.watchList.worthTrying) {
        await this.#readAsWatch(signal, giveBack);
      } else {
        this.#version = await readPages(this.#options, signal);
        this.#finishReading();
      }
    } finally {
      giveBack();
    }
  }

  async #readAsWatch(signal: AbortSignal, giveBack: () => void): Promise<void> {
    const { keeper, requests, watchList, path } = this.#options;
    let complete = false;
    keeper.startReplace();
    try {
      const body = await requests.watch(
        path,
        {
          sendInitialEvents: 'true',
          resourceVersionMatch: 'NotOlderThan',
        },
        signal,
      );
      this.#options.onAnswer();
      await this.#stream.read(
        body,
        signal,
        record => {
          this.#accept(record, complete);
          if (record.type === 'bookmark' && record.endsInitialEvents) {
            complete = true;
            watchList.confirm();
            this.#version = record.resourceVersion;
            this.#finishReading();
            giveBack();
          }
        },
        () => (complete || watchList.proven ? undefined : INITIAL_SILENCE_MS),
      );
    } catch (error) {
      throw complete ? error : this.#judgeInitial(error);
    }
    if (!complete) {
      throw new FeedError('broken', 'the list ended before it was complete');
    }
  }

  /** Tells a server that cannot send a list as a watch from one that fails. */
  #judgeInitial(error: unknown): unknown {
    const problem = error instanceof FeedError ? error.problem : undefined;
    const { watchList } = this.#options;
    const cannot = problem === 'expired' || problem === 'silent';
    if (watchList.proven || !cannot || this.#parked) {
      return error;
    }
    watchList.refuse();
    return new FeedError('no-watch-list', 'lists are read in pages');
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { requests, path, clock } = this.#options;
    const startedAt = clock.now().getTime();
    let records = 0;
    const body = await requests.watch(
      path,
      { resourceVersion: this.#version ?? '' },
      signal,
    );
    this.#options.onAnswer();
    const cancelSteady = clock.after(STEADY_MS, () =>
      this.#enter({ kind: 'live' }),
    );
    try {
      await this.#stream.read(body, signal, record => {
        records += 1;
        this.#backoff.reset();
        this.#enter({ kind: 'live' });
        this.#accept(record, true);
      });
    } finally {
      cancelSteady();
    }
    if (records === 0 && clock.now().getTime() - startedAt < LIVED_MS) {
      throw new FeedError('broken', 'its watch ends as soon as it begins');
    }
    this.#backoff.reset();
  }

  #accept(record: WatchRecord, advance: boolean): void {
    const { keeper, onAnswer } = this.#options;
    onAnswer();
    if (record.type === 'upsert') {
      keeper.upsert(record.object);
    } else if (record.type === 'delete') {
      keeper.remove(record);
    }
    if (advance) {
      this.#version = record.resourceVersion;
    }
  }

  #finishReading(): void {
    this.#options.keeper.finishReplace();
    this.#backoff.reset();
    this.#enter({ kind: 'live' });
  }

  async #recover(error: unknown): Promise<void> {
    if (this.#stopping.signal.aborted) {
      return;
    }
    const failure =
      error instanceof FeedError
        ? error
        : new FeedError('broken', `unexpected: ${error}`);
    const { keeper } = this.#options;
    switch (failure.problem) {
      case 'no-watch-list':
        return;
      case 'denied':
        this.#version = undefined;
        keeper.clear();
        this.#enter({ kind: 'denied', reason: failure.message });
        await this.#pause.wait(this.#slowly(failure));
        return;
      case 'absent':
        this.#version = undefined;
        keeper.clear();
        this.#enter({ kind: 'absent' });
        await this.#pause.wait(this.#slowly(failure));
        return;
      case 'unauthorized':
        this.#enter({ kind: 'unauthorized', reason: failure.message });
        await this.#pause.waitWakeably(this.#backoff.next());
        return;
      case 'garbled':
        this.#garbled += 1;
        this.#options.onGarbled(failure.message, this.#garbled);
        this.#version = undefined;
        this.#fallBehind(failure.message);
        await this.#pause.wait(this.#backoff.next());
        return;
      case 'expired':
        this.#version = undefined;
        this.#fallBehind('everything is read again, since too much was missed');
        await this.#pause.wait(this.#backoff.next());
        return;
      case 'throttled':
        this.#fallBehind(failure.message);
        await this.#pause.wait(this.#backoff.next(failure.retryAfterMs));
        return;
      default:
        // One break of a long connection is everyday life: it is resumed before anybody could read about it.
        if (this.#parked || this.#backoff.failures > 0) {
          this.#fallBehind(failure.message);
        }
        await this.#waitForNetwork(failure);
    }
  }

  async #waitForNetwork(failure: FeedError): Promise<void> {
    if (this.#parked) {
      await this.#pause.waitForWake();
    } else if (failure.retryAfterMs === undefined) {
      await this.#pause.waitWakeably(this.#backoff.next());
    } else {
      await this.#pause.wait(this.#backoff.next(failure.retryAfterMs));
    }
  }

  #slowly(failure: FeedError): number {
    const spread = this.#options.random() * 0.1 * SLOW_RETRY_MS;
    return Math.max(SLOW_RETRY_MS, failure.retryAfterMs ?? 0) - spread;
  }

  #fallBehind(reason: string): void {
    const read = ['live', 'behind', 'unauthorized'].includes(this.#state.kind);
    this.#enter({ kind: read ? 'behind' : 'waiting', reason });
  }

  #enter(state: FeedState): void {
    if (!sameFeedState(this.#state, state)) {
      this.#state = state;
      this.#options.onState(state);
    }
  }
}
