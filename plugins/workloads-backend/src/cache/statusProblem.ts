import { ServerStatus } from '@domaindeck/backstage-plugin-workloads-node';
import { REFUSED_CREDENTIAL } from '../clusters/REFUSED_CREDENTIAL';
import { FeedError, FeedProblem } from './FeedError';

function problemOf(status: ServerStatus, isWatch: boolean): FeedProblem {
  if (
    status.code === 410 ||
    status.reason === 'Expired' ||
    status.reason === 'Gone' ||
    status.causes.includes('ResourceVersionTooLarge')
  ) {
    return 'expired';
  }
  switch (status.code) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'denied';
    case 404:
      return 'absent';
    case 429:
      return 'throttled';
    case 400:
    case 422:
      // A watch carries nothing that could be wrong but its version.
      return isWatch ? 'expired' : 'broken';
    default:
      return 'broken';
  }
}

/**
 * Says what a failure means for the loop.
 *
 * @param isWatch - whether it answers a watch from a version
 */
export function statusProblem(
  status: ServerStatus,
  isWatch: boolean,
): FeedError {
  const problem = problemOf(status, isWatch);
  return new FeedError(
    problem,
    problem === 'unauthorized'
      ? REFUSED_CREDENTIAL
      : status.message ?? `the API server answered ${status.code}`,
    status.retryAfterMs,
  );
}
