/**
 * Why a list or a watch did not go on.
 *
 * - `broken`: the network or the server failed; the version stays good
 * - `silent`: the stream said nothing for too long, or the cluster is known to be away
 * - `throttled`: the server asks for patience
 * - `expired`: the version is too old or not valid; only a new list helps
 * - `garbled`: something arrived that is no record
 * - `diverged`: an audit found rows that differ from what the cluster holds
 * - `denied`: our rights do not cover it
 * - `unauthorized`: our credential was refused or there is none
 * - `absent`: the cluster does not have this kind
 * - `no-watch-list`: the server cannot send a list as a watch
 */
export type FeedProblem =
  | 'broken'
  | 'silent'
  | 'throttled'
  | 'expired'
  | 'garbled'
  | 'diverged'
  | 'denied'
  | 'unauthorized'
  | 'absent'
  | 'no-watch-list';

/** Ends one attempt to list or watch; the loop decides what comes next. Never leaves the cache. */
export class FeedError extends Error {
  readonly problem: FeedProblem;

  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: FeedProblem, message: string, retryAfterMs?: number) {
    super(message);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}
