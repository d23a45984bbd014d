import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Milliseconds for which a page waits for a source. */
const PATIENCE_MS = 10_000;

/**
 * Asks something that has to answer within 10 s.
 *
 * @param ask - its signal tells when nobody waits any longer
 * @throws when there is no answer in time, whether or not the signal is heeded
 */
export async function inTime<T>(
  clock: Clock,
  ask: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const asking = new AbortController();
  const cancel = clock.after(PATIENCE_MS, () =>
    asking.abort(new Error('it has not answered within 10 s')),
  );
  const silence = new Promise<never>((_resolve, reject) =>
    asking.signal.addEventListener('abort', () => reject(asking.signal.reason)),
  );
  try {
    return await Promise.race([ask(asking.signal), silence]);
  } finally {
    cancel();
  }
}
