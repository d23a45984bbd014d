import { WaitReason } from '@domaindeck/backstage-plugin-environments-common';

/** What went wrong in a step. */
export interface Failure {
  /** Status of HTTP; undefined when there was no answer. */
  readonly status?: number;
  /** Word for word. */
  readonly message: string;
  /** As the server asked for. */
  readonly retryAfterMs?: number;
}

/** What to do about a failure. */
export type RetryDecision =
  | {
      readonly retry: true;
      readonly delayMs: number;
      readonly reason: WaitReason;
    }
  | { readonly retry: false; readonly reason: WaitReason };

const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** With the longest pause some ten minutes. */
const MOST_ATTEMPTS = 25;

/**
 * Back off on no answer, 409, 429 and 5xx; stop with the cause on everything else, above all 403 and 422. A quota that
 * is used up is a 403 whose words are shown as they are.
 *
 * @param attempt - 1 for the first failure
 * @param random - from 0 to 1; spreads the attempts of many workers
 */
export function decideRetry(
  failure: Failure,
  attempt: number,
  random: number,
): RetryDecision {
  const reason: WaitReason = {
    code: reasonCode(failure),
    message: failure.message,
  };
  if (!isPassing(failure) || attempt >= MOST_ATTEMPTS) {
    return { retry: false, reason };
  }
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  // Half of the pause is certain, so that no attempt follows at once.
  const delayMs = Math.round(bound / 2 + (bound / 2) * random);
  return {
    retry: true,
    delayMs: Math.max(delayMs, failure.retryAfterMs ?? 0),
    reason,
  };
}

/** A quota that was just made is counted a moment later; until then the server refuses what it would count. */
const NOT_COUNTED_YET = /status unknown for quota/i;

function isPassing({ status, message }: Failure): boolean {
  return (
    status === undefined ||
    [408, 409, 425, 429].includes(status) ||
    status >= 500 ||
    (status === 403 && NOT_COUNTED_YET.test(message))
  );
}

function reasonCode(failure: Failure): WaitReason['code'] {
  if (failure.status === undefined) {
    return 'unreachable';
  }
  if (/exceeded quota|maximum .* usage per/i.test(failure.message)) {
    return 'quota';
  }
  return isPassing(failure) ? 'waiting' : 'refused';
}
