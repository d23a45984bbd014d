import {
  ConflictError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** How the network, a pool and the databases say that nobody is there, or that there is no room now. */
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
  'SQLITE_FULL',
  'SQLITE_LOCKED',
  // A standby after a failover; a limit on statements or locks; two that are gone when it is tried again.
  '25006',
  '57014',
  '55P03',
  '40001',
  '40P01',
]);
/** Classes of PostgreSQL: the connection broke, too few resources, the server shuts down or starts. */
const SILENT_CLASSES = /^(08...|53...|57P..|SQLITE_IOERR.*)$/;
/** What the drivers say without a code. */
const SILENT_MESSAGES =
  /connection (terminated|ended)|is not queryable|timeout expired|query read timeout/i;
/** PostgreSQL stores every character but one. */
const UNSTORABLE = '22021';
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
 * @throws InputError for a text that no database can hold
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
  const code = codeOf(error);
  if (TAKEN.has(code)) {
    return new ConflictError(
      'An environment of this name or id exists already',
    );
  }
  return code === UNSTORABLE
    ? new InputError('A text holds the character with the number 0')
    : error;
}

/** The reason is a code only: messages of drivers hold statements and addresses, and this one reaches people. */
function unavailable(reason: string): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The database of the environments does not answer (${reason}); try again`,
  );
}

function silenceOf(error: unknown): string | undefined {
  if (!isError(error)) {
    return undefined;
  }
  if (error.name === 'KnexTimeoutError') {
    return 'no connection is free';
  }
  const code = codeOf(error);
  if (SILENT.has(code) || SILENT_CLASSES.test(code)) {
    return code;
  }
  if (SILENT_MESSAGES.test(error.message)) {
    return 'connection lost';
  }
  // A host with several addresses gives an error for each.
  return Array.isArray(error.errors)
    ? error.errors.map(silenceOf).find(one => one !== undefined)
    : undefined;
}

function codeOf(error: unknown): string {
  return isError(error) ? String(error.code) : '';
}
