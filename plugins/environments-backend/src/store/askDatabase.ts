import { ConflictError, ServiceUnavailableError } from '@backstage/errors';

/** How the network, a pool and PostgreSQL say that nobody is there, or that there is no room now. */
const SILENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_LOCKED',
  // too_many_connections, and two that are gone when it is tried again: serialization_failure, deadlock_detected.
  '53300',
  '40001',
  '40P01',
]);
/** Classes of PostgreSQL: connection exceptions, and a server that shuts down or starts. */
const SILENT_CLASSES = /^(08...|57P..|SQLITE_IOERR.*)$/;
/** What the driver says without a code. */
const SILENT_MESSAGES =
  /connection terminated|connection error and is not queryable|timeout expired|connection ended/i;
const TAKEN = new Set([
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/**
 * Asks the database and gives up in the end: a server that hangs must not hang whoever holds a lease.
 *
 * @param limitMs - for how long the answer is awaited
 * @throws ServiceUnavailableError when the database does not answer; whether it did what it was told is unknown then
 * @throws ConflictError when something of that name is there already
 */
export async function askDatabase<T>(
  limitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(unavailable(`${Math.round(limitMs / 1000)} s`)),
      limitMs,
    );
    timer.unref();
  });
  try {
    return await Promise.race([work(), silence]);
  } catch (error) {
    throw translate(error);
  } finally {
    clearTimeout(timer);
  }
}

function translate(error: unknown): unknown {
  const silent = silenceOf(error);
  if (silent) {
    return unavailable(silent);
  }
  return TAKEN.has(codeOf(error))
    ? new ConflictError('An environment of this name or id exists already')
    : error;
}

/** The reason is a code only: messages of drivers hold statements and addresses, and this one reaches people. */
function unavailable(reason: string): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The database of the environments does not answer (${reason}); try again`,
  );
}

function silenceOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) {
    return error.errors.map(silenceOf).find(code => code !== undefined);
  }
  if (!(error instanceof Error)) {
    return undefined;
  }
  if (error.name === 'KnexTimeoutError') {
    return 'no connection is free';
  }
  const code = codeOf(error);
  if (SILENT.has(code) || SILENT_CLASSES.test(code)) {
    return code;
  }
  return SILENT_MESSAGES.test(error.message) ? 'connection lost' : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
