import { RegistryError } from './RegistryError';
import { RegistryAnswer } from './RegistryHttp';
import { RegistryProblem } from './types';

const MAX_WAIT_MS = 10 * 60_000;

/**
 * @param who - the start of the message
 * @param now - milliseconds since the epoch
 * @throws RegistryError that tells the refusals apart
 */
export function refuseStatus(
  who: string,
  { status, headers }: RegistryAnswer,
  now: number,
): void {
  if (status >= 200 && status < 300) {
    return;
  }
  throw new RegistryError(
    problemOf(status),
    `${who} answers with status ${status}`,
    status === 429 ? waitOf(headers['retry-after'], now) : undefined,
  );
}

function problemOf(status: number): RegistryProblem {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 ? 'server-error' : 'not-a-registry';
  }
}

/** Seconds, or a date. */
function waitOf(
  header: string | string[] | undefined,
  now: number,
): number | undefined {
  const text = String(header ?? '').trim();
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - now;
  return Number.isFinite(wait)
    ? Math.min(Math.max(wait, 0), MAX_WAIT_MS)
    : undefined;
}
