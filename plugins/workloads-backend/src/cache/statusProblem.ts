import { REFUSED_CREDENTIAL } from '../clusters/REFUSED_CREDENTIAL';
import { FeedError, FeedProblem } from './FeedError';

/** What the API server says of a failure, as an HTTP body or inside a watch. */
export interface ServerStatus {
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes: readonly string[];
  readonly retryAfterMs?: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads a Status object; anything else gives the code alone. */
export function readServerStatus(raw: unknown, code: number): ServerStatus {
  const status = isRecord(raw) ? raw : {};
  const details = isRecord(status.details) ? status.details : {};
  const causes = Array.isArray(details.causes) ? details.causes : [];
  const seconds = details.retryAfterSeconds;
  return {
    code: typeof status.code === 'number' ? status.code : code,
    reason: textOf(status.reason),
    message: textOf(status.message),
    causes: causes.flatMap(cause =>
      isRecord(cause) ? textOf(cause.reason) ?? [] : [],
    ),
    retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : undefined,
  };
}

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
