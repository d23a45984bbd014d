import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Milliseconds between two judgements of an open stream, past what is remembered: a lost right ends it within 30 s. */
const RECHECK = 15_000;

/** Why a stream must end. */
export type StreamVerdict = 'reauthenticate' | 'revoked' | 'changed';

/** What {@link guardStream} needs. */
export interface GuardOptions<TRecord extends object> {
  readonly credentials: BackstageCredentials;
  /** The reader has gone. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** @param signal - aborts when the stream must end */
  readonly open: (signal: AbortSignal) => AsyncIterable<readonly TRecord[]>;
  /** The last record of a stream that must end. */
  readonly record: (verdict: StreamVerdict) => TRecord;
  /** What the caller might view when the stream was opened and may view now; throws NotFoundError for nothing. */
  readonly viewable: () => Promise<{
    readonly before: readonly string[];
    readonly now: readonly string[];
  }>;
}

/**
 * Passes a stream on for as long as its caller's rights and credentials last.
 *
 * - Credentials that expire end it with `reauthenticate`, and so does an authorisation that cannot be asked: the caller
 *   comes back and is judged anew.
 * - Rights that are gone end it with `revoked`.
 * - Rights that are others than before end it with `changed`: a new one shows what is left, or more.
 */
export async function* guardStream<TRecord extends object>(
  options: GuardOptions<TRecord>,
): AsyncGenerator<readonly TRecord[]> {
  const { clock, open, record } = options;
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  const inner = open(signal)[Symbol.asyncIterator]();
  const found: { verdict?: StreamVerdict } = {};
  let interrupt = () => {};
  watchRights(options, clock, signal).then(verdict => {
    found.verdict = verdict;
    interrupt();
  });
  // Not a race with one promise for the whole stream, which would hold on to every step of it.
  const step = () =>
    new Promise<IteratorResult<readonly TRecord[]> | undefined>(
      (resolve, reject) => {
        interrupt = () => resolve(undefined);
        // A failure after the verdict reaches nobody.
        inner.next().then(resolve, reject);
        if (found.verdict) {
          interrupt();
        }
      },
    );
  try {
    for (;;) {
      const next = await step();
      if (found.verdict) {
        yield [record(found.verdict)];
        return;
      }
      if (!next || next.done) {
        return;
      }
      yield next.value;
    }
  } finally {
    closing.abort();
    await inner.return?.();
  }
}

/** Resolves when the stream must end; never after the signal. */
async function watchRights<TRecord extends object>(
  options: GuardOptions<TRecord>,
  clock: Clock,
  signal: AbortSignal,
): Promise<StreamVerdict> {
  const { expiresAt } = options.credentials;
  for (;;) {
    const left = expiresAt
      ? expiresAt.getTime() - clock.now().getTime()
      : Infinity;
    await sleep(clock, Math.max(0, Math.min(RECHECK, left)), signal);
    if (expiresAt && clock.now().getTime() >= expiresAt.getTime()) {
      return 'reauthenticate';
    }
    const verdict = await judge(options);
    if (verdict) {
      return verdict;
    }
  }
}

async function judge<TRecord extends object>(
  options: GuardOptions<TRecord>,
): Promise<StreamVerdict | undefined> {
  try {
    const { before, now } = await options.viewable();
    const same =
      before.length === now.length && before.every(ref => now.includes(ref));
    return same ? undefined : 'changed';
  } catch (error) {
    return isError(error) && error.name === 'NotFoundError'
      ? 'revoked'
      : 'reauthenticate';
  }
}

function sleep(
  clock: Clock,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', cancel);
      resolve();
    });
    signal.addEventListener('abort', cancel, { once: true });
  });
}
