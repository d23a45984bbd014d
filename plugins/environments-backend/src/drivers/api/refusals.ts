import {
  ClusterAnswer,
  readRetryAfter,
  readServerStatus,
  ServerStatus,
} from '@domaindeck/backstage-plugin-workloads-node';
import { isObject } from '../../objects';
import { DriverError } from '../DriverError';
import { parseJson } from './parseJson';

/** Longest sentence that is taken from an answer that is no Status, such as the page of a proxy. */
const PLAIN_LENGTH = 300;

/** An apply whose fields have wrong types is answered with 500, though no repeat will mend it. */
const MALFORMED =
  /^failed to (create typed patch object|convert new object) \(/;

/** What an answer that is no success says. */
export interface Refusal extends ServerStatus {
  /** Whether the API server itself said it, and not something before it. */
  readonly isStatus: boolean;
  readonly text: string;
  /** Paths of fields that are wrong. */
  readonly fields: readonly string[];
}

/**
 * @param now - for a Retry-After that is a date, where the server does not tell its own time
 */
export function readRefusal(answer: ClusterAnswer, now: Date): Refusal {
  const raw = parseJson(answer.text);
  const status = readServerStatus(raw, answer.status);
  const details = isObject(raw) && isObject(raw.details) ? raw.details : {};
  const causes = Array.isArray(details.causes) ? details.causes : [];
  const date = new Date(String(answer.headers.date ?? ''));
  const header = readRetryAfter(
    answer.headers['retry-after'],
    // A date is meant by the server's own clock.
    Number.isNaN(date.getTime()) ? now : date,
  );
  return {
    ...status,
    ...(MALFORMED.test(status.message ?? '')
      ? { code: 422, reason: 'Invalid' }
      : { code: answer.status }),
    retryAfterMs: header ?? status.retryAfterMs,
    isStatus: isObject(raw) && raw.kind === 'Status',
    text: answer.text,
    fields: causes.flatMap(cause =>
      isObject(cause) && typeof cause.field === 'string' ? cause.field : [],
    ),
  };
}

/** A refusal in the server's own words. */
export function errorOf(refusal: Refusal, cluster: string): DriverError {
  return new DriverError({
    status: refusal.code,
    reason: refusal.reason,
    retryAfterMs: refusal.retryAfterMs,
    message: wordsOf(refusal, cluster),
  });
}

function wordsOf(refusal: Refusal, cluster: string): string {
  if (refusal.code === 401) {
    return `Cluster ${cluster} refused the portal's own credential (401); its token is wrong or expired.`;
  }
  const plain = refusal.text.trim().slice(0, PLAIN_LENGTH);
  return (
    refusal.message ??
    `Cluster ${cluster} answered ${refusal.code}${plain && `: ${plain}`}`
  );
}
