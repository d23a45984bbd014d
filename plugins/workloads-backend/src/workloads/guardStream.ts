import { isError } from '@backstage/errors';
import { StreamRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { StreamRequest } from './types';

/** Milliseconds between two judgements of an open stream, past what is remembered: a lost right ends it within 30 s. */
const RECHECK = 15_000;

/** What {@link guardStream} needs. */
export interface GuardOptions {
  readonly request: StreamRequest;
  readonly clock: Clock;
  readonly open: (
    request: StreamRequest,
  ) => AsyncIterable<readonly StreamRecord[]>;
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
 * - Rights that are others than before end it with `reset`: a new snapshot shows what is left, or more.
 */
export async function* guardStream(
  options: GuardOptions,
): AsyncGenerator<readonly StreamRecord[]> {
  const { request, clock, open } = options;
  const closing = new AbortController();
  const signal = AbortSignal.any([request.signal, closing.signal]);
  const inner = open({ ...request, signal })[Symbol.asyncIterator]();
  const verdict: { record?: StreamRecord } = {};
  let interrupt = () => {};
  watchRights(options, clock, signal).then(record => {
    verdict.record = record;
    interrupt();
  });
  // Not a race with one promise for the whole stream, which would hold on to every step of it.
  const step = () =>
    new Promise<IteratorResult<readonly StreamRecord[]> | undefined>(
      (resolve, reject) => {
        interrupt = () => resolve(undefined);
        // A failure after the verdict reaches nobody.
        inner.next().then(resolve, reject);
        if (verdict.record) {
          interrupt();
        }
      },
    );
  try {
    for (;;) {
      const next = await step();
      if (verdict.record) {
        yield [verdict.record];
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
async function watchRights(
  options: GuardOptions,
  clock: Clock,
  signal: AbortSignal,
): Promise<StreamRecord> {
  const { expiresAt } = options.request.credentials;
  for (;;) {
    const left = expiresAt
      ? expiresAt.getTime() - clock.now().getTime()
      : Infinity;
    await sleep(clock, Math.max(0, Math.min(RECHECK, left)), signal);
    if (expiresAt && clock.now().getTime() >= expiresAt.getTime()) {
      return { type: 'end', reason: 'reauthenticate' };
    }
    const record = await judge(options);
    if (record) {
      return record;
    }
  }
}

async function judge(options: GuardOptions): Promise<StreamRecord | undefined> {
  try {
    const { before, now } = await options.viewable();
    const same =
      before.length === now.length && before.every(ref => now.includes(ref));
    return same
      ? undefined
      : { type: 'reset', reason: 'what may be shown has changed' };
  } catch (error) {
    return isError(error) && error.name === 'NotFoundError'
      ? { type: 'end', reason: 'revoked' }
      : { type: 'end', reason: 'reauthenticate' };
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
