import {
  LogRecord,
  LogResume,
  LogsApi,
  LogStreamRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '../../clock';
import { isRefused, Visibility } from '../../live';
import { readRecords } from '../../live/readRecords';
import { RetryWait } from '../../live/RetryWait';
import { whileVisible } from '../../live/whileVisible';
import { LogStore } from '../model/LogStore';
import { breathing } from './breathing';
import { isWrongQuestion } from './isWrongQuestion';
import { LogReader, LogReaderState } from './LogReader';

/** A refusal may be lifted while the page is open; asking once a minute burdens nobody. */
const REFUSED_MS = 60_000;

/**
 * What a {@link LogFeed} stands on.
 * @public
 */
export interface LogFeedOptions {
  readonly api: Pick<LogsApi, 'streamLogs'>;
  /** Full entity reference, such as `domain:default/payments`. */
  readonly entityRef: string;
  readonly request: LogStreamRequest;
  readonly clock: Clock;
  readonly visibility: Visibility;
  /** Gives a number of [0, 1), for the jitter of repetitions. */
  readonly random: () => number;
  /** Calls once before the next picture is drawn; the answer cancels it. */
  readonly frame: (call: () => void) => () => void;
  /** Milliseconds of work, by which the page is let breathe; `performance.now` unless told. */
  readonly elapsed?: () => number;
  /** Rows held; see {@link LogStore.create}. */
  readonly capacity?: number;
}

/**
 * The lines of one stream as they come: read again from its cursor after every break, dropped while the page is hidden,
 * each line once. Everything that comes between two pictures is put into the store at once.
 * @public
 */
export class LogFeed implements LogReader {
  readonly store: LogStore;
  readonly #options: LogFeedOptions;
  readonly #resume = LogResume.create();
  readonly #wait: RetryWait;
  readonly #listeners = new Set<() => void>();
  #state: LogReaderState = {
    phase: 'asking',
    connection: { kind: 'connecting' },
    older: 'none',
  };
  #version = 0;
  #polls = false;
  #alive = false;
  #over = false;

  static create(options: LogFeedOptions): LogFeed {
    return new LogFeed(options);
  }

  private constructor(options: LogFeedOptions) {
    this.#options = options;
    this.store = LogStore.create(options.capacity);
    this.#wait = RetryWait.create(options.clock, options.random);
  }

  getState(): LogReaderState {
    return this.#state;
  }

  version(): number {
    return this.#version;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): () => void {
    const { clock, visibility } = this.#options;
    return whileVisible({
      clock,
      visibility,
      run: signal => {
        this.#polls = false;
        void this.#loop(signal);
      },
      onPause: () => this.#set({ connection: { kind: 'paused' } }),
    });
  }

  retryNow(): void {
    this.#wait.wake();
  }

  /** A stream begins where it was told to; older lines are a search. */
  loadOlder(): void {}

  change(act: (store: LogStore) => void): void {
    act(this.store);
    this.#tell();
  }

  async #loop(signal: AbortSignal): Promise<void> {
    this.#wait.reset();
    while (!signal.aborted && !this.#over) {
      try {
        this.#alive = false;
        const kind = await this.#follow(signal);
        if (kind === 'complete') {
          this.#over = true;
          this.#set({ phase: 'complete', error: undefined });
        } else if (kind === 'silent') {
          this.#polls = true;
        } else if (!signal.aborted && !this.#alive) {
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

  async #follow(signal: AbortSignal): Promise<string> {
    const { api, entityRef, request, clock, frame } = this.#options;
    const { elapsed = () => performance.now() } = this.#options;
    this.store.beginStream();
    const asked = this.#resume.next(
      this.#polls ? { ...request, poll: true } : request,
    );
    const end = await readRecords<LogRecord, string>({
      clock,
      signal,
      schedule: frame,
      open: inner =>
        breathing(api.streamLogs(entityRef, asked, { signal: inner }), elapsed),
      endOf: record => (record.type === 'end' ? record.reason : undefined),
      onRecords: records => {
        this.#alive = true;
        this.#wait.reset();
        const fresh = records.filter(record => this.#resume.accept(record));
        this.store.apply(fresh, clock.now());
        this.#set({
          phase: 'following',
          connection: { kind: this.#polls ? 'polling' : 'live' },
          error: undefined,
        });
      },
    });
    return end.kind;
  }

  async #fail(error: Error, signal: AbortSignal): Promise<void> {
    if (isWrongQuestion(error)) {
      this.#over = true;
      this.#set({ phase: 'failed', error });
      return;
    }
    const refused = isRefused(error);
    const ms = refused ? REFUSED_MS : this.#wait.nextMs();
    this.#set({
      phase: refused ? 'failed' : this.#state.phase,
      connection: {
        kind: 'retrying',
        retryAt: this.#options.clock.now() + ms,
      },
      error,
    });
    await this.#wait.sleep(ms, signal);
  }

  #set(part: Partial<LogReaderState>): void {
    this.#state = { ...this.#state, ...part };
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    this.#listeners.forEach(listener => listener());
  }
}
