import { FeedConnection } from '../../live';
import { LogStore } from '../model/LogStore';

/**
 * How far a {@link LogReader} is.
 *
 * - `asking`: nothing came yet.
 * - `following`: lines come as they are written. `complete`: everything that was asked for is there.
 * - `failed`: nothing may be shown, or the question was wrong; `error` says why. What was shown before may stay.
 *
 * @public
 */
export interface LogReaderState {
  readonly phase: 'asking' | 'following' | 'complete' | 'failed';
  readonly connection: FeedConnection;
  /** Why the last attempt failed; it is repeated unless the phase is `failed`. */
  readonly error?: Error;
  /** Whether lines older than the first row can be asked for. */
  readonly older: 'none' | 'more' | 'loading';
}

/**
 * Fills a {@link LogStore}, from a stream or from pages.
 * @public
 */
export interface LogReader {
  readonly store: LogStore;
  getState(): LogReaderState;
  /** Grows with each change of the state or of the store. */
  version(): number;
  /** Calls on each change until the answer is called. */
  subscribe(listener: () => void): () => void;
  /** Begins; the answer stops everything, so that no timer and no request remains. */
  start(): () => void;
  /** Ends the wait before the next attempt, if there is one. */
  retryNow(): void;
  loadOlder(): void;
  /** Changes what the store shows, and tells the listeners. */
  change(act: (store: LogStore) => void): void;
}
