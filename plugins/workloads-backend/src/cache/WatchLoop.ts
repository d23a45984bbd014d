import {
  Clock,
  ClusterResponse,
} from '@domaindeck/backstage-plugin-workloads-node';
import { FeedState, sameFeedState } from '../clusters/FeedState';
import { Row } from '../projection/rows';
import { FeedError } from './FeedError';
import { FeedRequests } from './FeedRequests';
import { WatchRecord } from './parseWatchLine';
import { FailedFeed, recoverFrom } from './recoverFrom';
import { RequestSlots } from './RequestSlots';
import { Retries } from './Retries';
import { RowKeeper } from './RowKeeper';
import { TimeShare } from './TimeShare';
import { walkPages } from './walkPages';
import { WatchListSupport } from './WatchListSupport';
import { WatchStream } from './WatchStream';

/** A watch that lived this long was a working one. */
const LIVED_MS = 10_000;

/** A watch that is resumed after failures counts as live after this, so that one that breaks at once does not flicker. */
const STEADY_MS = 1_000;

/** What a {@link WatchLoop} works with. */
export interface WatchLoopOptions {
  /** Path of the list over all namespaces. */
  readonly path: string;
  /** Whether a cluster may do without the kind. */
  readonly mayBeAbsent: boolean;
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

/**
 * Keeps the rows of one resource of one cluster equal to the cluster, whatever happens on the way.
 *
 * Guarantees: it resumes from the last version that it saw and reads all again only when that version, or what it holds,
 * is not to be trusted; what it reads again is a difference; it tries for ever and never without a pause.
 */
export class WatchLoop {
  readonly #options: WatchLoopOptions;
  readonly #stream: WatchStream;
  readonly #retries: Retries;
  readonly #stopping = new AbortController();
  #attempt = new AbortController();
  #parked = false;
  #version: string | undefined;
  #state: FeedState = { kind: 'waiting' };
  #garbled = 0;
  #readings = 0;
  #interruption: FeedError | undefined;
  #running: Promise<void> | undefined;

  static create(options: WatchLoopOptions): WatchLoop {
    return new WatchLoop(options);
  }

  private constructor(options: WatchLoopOptions) {
    this.#options = options;
    this.#stream = WatchStream.create(options);
    this.#retries = Retries.create(options.clock, options.random);
  }

  get state(): FeedState {
    return this.#state;
  }

  /** How often everything was read. */
  get readings(): number {
    return this.#readings;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends everything; no socket and no timer is left when the promise resolves. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#attempt.abort();
    this.#retries.end();
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
    this.#retries.wake();
  }

  /** Something else found out what makes the present watch worthless. */
  interrupt(failure: FeedError): void {
    this.#interruption = failure;
    this.#attempt.abort(failure);
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#attempt = new AbortController();
      const { signal } = this.#attempt;
      if (this.#interruption) {
        await this.#recover(this.#interruption);
        continue;
      }
      if (this.#parked) {
        await this.#retries.wait('woken');
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
        await this.#readInPages(signal);
      }
    } finally {
      giveBack();
    }
  }

  async #readInPages(signal: AbortSignal): Promise<void> {
    const { keeper, onAnswer } = this.#options;
    keeper.startReplace();
    this.#version = await walkPages(this.#options, signal, item => {
      onAnswer();
      this.#noteGrant();
      keeper.upsert(item);
    });
    this.#finishReading();
  }

  async #readAsWatch(signal: AbortSignal, giveBack: () => void): Promise<void> {
    const { keeper, requests, watchList, path } = this.#options;
    let complete = false;
    let cancelProof = () => {};
    let cancelLimit = () => {};
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
      this.#noteGrant();
      cancelLimit = this.#limitInitial(body);
      await this.#stream.read(
        body,
        signal,
        record => {
          this.#accept(record, complete);
          if (record.type === 'bookmark' && !complete) {
            watchList.judgeBookmark(record.endsInitialEvents);
            complete = true;
            this.#version = record.resourceVersion;
            this.#finishReading();
            cancelLimit();
            cancelProof = this.#awaitProof();
            giveBack();
          }
        },
        () => (complete ? undefined : watchList.silenceMs),
      );
    } catch (error) {
      throw complete || this.#parked ? error : watchList.judge(error);
    } finally {
      cancelLimit();
      cancelProof();
    }
    if (!complete) {
      throw new FeedError('broken', 'the list ended before it was complete');
    }
  }

  /** What is denied or absent has no rows; from its first row on it is being read. */
  #noteGrant(): void {
    if (this.#state.kind === 'denied' || this.#state.kind === 'absent') {
      this.#enter({ kind: 'waiting' });
    }
  }

  #limitInitial(body: ClusterResponse['body']): () => void {
    const { watchList, clock } = this.#options;
    return clock.after(watchList.limitMs, () =>
      body.destroy(new FeedError('silent', 'its initial events do not end')),
    );
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
    const cancelProof = this.#awaitProof();
    try {
      await this.#stream.read(body, signal, record => {
        records += 1;
        this.#retries.noteRecord();
        this.#enter({ kind: 'live' });
        this.#accept(record, true);
      });
    } finally {
      cancelSteady();
      cancelProof();
    }
    const lived = clock.now().getTime() - startedAt;
    if (lived < (records > 0 ? STEADY_MS : LIVED_MS)) {
      throw new FeedError('broken', 'its watch ends as soon as it begins');
    }
    this.#retries.noteRecord();
  }

  /** A watch that lives shows that the list before it was worth its price. */
  #awaitProof(): () => void {
    return this.#options.clock.after(LIVED_MS, () => this.#retries.noteLife());
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
    this.#readings += 1;
    this.#retries.noteList();
    this.#enter({ kind: 'live' });
  }

  async #recover(error: unknown): Promise<void> {
    if (this.#stopping.signal.aborted) {
      return;
    }
    this.#interruption = undefined;
    const failure =
      error instanceof FeedError
        ? error
        : new FeedError('broken', `unexpected: ${error}`);
    const recovery = recoverFrom(failure, this.#failed());
    if (recovery.readAgain) {
      this.#version = undefined;
    }
    if (recovery.purge) {
      this.#options.keeper.clear();
    }
    if (recovery.state) {
      this.#enter(recovery.state);
    }
    if (failure.problem === 'garbled') {
      this.#garbled += 1;
      this.#options.onGarbled(failure.message, this.#garbled);
    }
    await this.#retries.wait(recovery.wait, failure.retryAfterMs);
  }

  #failed(): FailedFeed {
    return {
      state: this.#state,
      mayBeAbsent: this.#options.mayBeAbsent,
      parked: this.#parked,
      failures: this.#retries.failures,
    };
  }

  #enter(state: FeedState): void {
    if (!sameFeedState(this.#state, state)) {
      this.#state = state;
      this.#options.onState(state);
    }
  }
}
