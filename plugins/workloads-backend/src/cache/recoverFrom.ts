import { FeedState } from '../clusters/FeedState';
import { FeedError } from './FeedError';

/**
 * How long a loop waits before it tries again.
 *
 * - `not`: not at all
 * - `network`: with back-off; an answer of the cluster to something else ends it
 * - `unhurried`: with back-off, which nothing ends
 * - `relist`: with a back-off of its own, so that lists do not follow each other at the pace of a network's hiccups
 * - `slow`: up to a minute; rights and kinds change by people's hands
 * - `woken`: until the cluster answers again
 */
export type RecoveryWait =
  | 'not'
  | 'network'
  | 'unhurried'
  | 'relist'
  | 'slow'
  | 'woken';

/** What a loop does about a failure. */
export interface Recovery {
  /** Only a new list helps. */
  readonly readAgain: boolean;
  /** Nothing of the kind may be shown any more. */
  readonly purge: boolean;
  /** Undefined when it stays. */
  readonly state: FeedState | undefined;
  readonly wait: RecoveryWait;
}

/** What a {@link recoverFrom} looks at beside the failure. */
export interface FailedFeed {
  readonly state: FeedState;
  /** Whether a cluster may do without the kind. */
  readonly mayBeAbsent: boolean;
  /** Whether the cluster is known to be away. */
  readonly parked: boolean;
  /** Failures before this one, since something went well. */
  readonly failures: number;
}

const ABSENT_BUT_NEEDED =
  'it answers 404 for a kind that every cluster has; check the url of its kubernetes entry';

function behind(before: FeedState, reason: string): FeedState {
  const read = ['live', 'behind', 'unauthorized'].includes(before.kind);
  return { kind: read ? 'behind' : 'waiting', reason };
}

/**
 * Decides what comes after a failure. Rows go only when the cluster says that they are not ours to show, or that it has
 * no such kind; whatever else fails, what was known stays.
 */
export function recoverFrom(failure: FeedError, feed: FailedFeed): Recovery {
  const { problem, message } = failure;
  const kept = { readAgain: false, purge: false };
  switch (problem) {
    case 'no-watch-list':
      return { ...kept, state: undefined, wait: 'not' };
    case 'denied':
      return {
        readAgain: true,
        purge: true,
        state: { kind: 'denied', reason: message },
        wait: 'slow',
      };
    case 'absent':
      // A proxy that lost its cluster answers 404 too. That is no news of the cluster's objects.
      return feed.mayBeAbsent
        ? {
            readAgain: true,
            purge: true,
            state: { kind: 'absent' },
            wait: 'slow',
          }
        : {
            ...kept,
            state: behind(feed.state, ABSENT_BUT_NEEDED),
            wait: 'slow',
          };
    case 'unauthorized':
      return {
        ...kept,
        state: { kind: 'unauthorized', reason: message },
        wait: 'network',
      };
    case 'garbled':
    case 'diverged':
      return {
        ...kept,
        readAgain: true,
        state: behind(feed.state, message),
        wait: 'relist',
      };
    case 'expired':
      return {
        ...kept,
        readAgain: true,
        state: behind(
          feed.state,
          'everything is read again, since too much was missed',
        ),
        wait: 'relist',
      };
    case 'throttled':
      return { ...kept, state: behind(feed.state, message), wait: 'unhurried' };
    default:
      return {
        ...kept,
        // One break of a long connection is everyday life: it is resumed before anybody could read about it.
        state:
          feed.parked || feed.failures > 0
            ? behind(feed.state, message)
            : undefined,
        wait: waitAfterBreak(failure, feed),
      };
  }
}

function waitAfterBreak(failure: FeedError, feed: FailedFeed): RecoveryWait {
  if (feed.parked) {
    return 'woken';
  }
  return failure.retryAfterMs === undefined ? 'network' : 'unhurried';
}
