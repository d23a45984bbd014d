import {
  LogsApi,
  LogSearchRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '../../clock';
import { isRefused } from '../../live';
import { RetryWait } from '../../live/RetryWait';
import { LogStore } from '../model/LogStore';
import { isWrongQuestion } from './isWrongQuestion';
import { LogReader, LogReaderState } from './LogReader';

/** Lines a page, the most that the backend gives: ten screens, and one request. */
const PAGE = 1_000;

/**
 * What a {@link LogSearch} stands on.
 * @public
 */
export interface LogSearchOptions {
  readonly api: Pick<LogsApi, 'searchLogs'>;
  readonly entityRef: string;
  readonly request: Omit<LogSearchRequest, 'cursor' | 'limit' | 'direction'>;
  readonly clock: Clock;
  /** Gives a number of [0, 1), for the jitter of repetitions. */
  readonly random: () => number;
}

/**
 * The lines of a range, newest page first; older pages are put before them when they are asked for.
 * @public
 */
export class LogSearch implements LogReader {
  readonly store = LogStore.create();
  readonly #options: LogSearchOptions;
  readonly #wait: RetryWait;
  readonly #listeners = new Set<() => void>();
  #state: LogReaderState = {
    phase: 'asking',
    connection: { kind: 'connecting' },
    older: 'loading',
  };
  #version = 0;
  #cursor?: string;
  #signal?: AbortSignal;

  static create(options: LogSearchOptions): LogSearch {
    return new LogSearch(options);
  }

  private constructor(options: LogSearchOptions) {
    this.#options = options;
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
    const controller = new AbortController();
    this.#signal = controller.signal;
    if (this.#state.phase === 'asking') {
      void this.#read(controller.signal);
    }
    return () => controller.abort();
  }

  retryNow(): void {
    this.#wait.wake();
  }

  loadOlder(): void {
    if (this.#state.older === 'more' && this.#signal) {
      this.#set({ older: 'loading' });
      void this.#read(this.#signal);
    }
  }

  change(act: (store: LogStore) => void): void {
    act(this.store);
    this.#tell();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { api, entityRef, request, clock } = this.#options;
    while (!signal.aborted) {
      try {
        const page = await api.searchLogs(
          entityRef,
          { ...request, limit: PAGE, cursor: this.#cursor },
          { signal },
        );
        if (signal.aborted) {
          return;
        }
        this.#wait.reset();
        this.store.prependPage(page);
        this.#cursor = page.nextCursor;
        this.#set({
          phase: 'complete',
          connection: { kind: 'live' },
          older: page.nextCursor === undefined ? 'none' : 'more',
          error: undefined,
        });
        return;
      } catch (caught) {
        const error = caught as Error;
        if (signal.aborted) {
          return;
        }
        if (isWrongQuestion(error) || isRefused(error)) {
          this.#set({ phase: 'failed', error, older: 'none' });
          return;
        }
        const ms = this.#wait.nextMs();
        this.#set({
          connection: { kind: 'retrying', retryAt: clock.now() + ms },
          error,
        });
        await this.#wait.sleep(ms, signal);
      }
    }
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
