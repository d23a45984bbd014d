import { Clock } from './Clock';

/**
 * Waits so many milliseconds, or until the signal aborts.
 *
 * @returns whether the time has passed; false as soon as the signal is aborted
 */
export function pause(
  clock: Clock,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<boolean> {
  return new Promise(resolve => {
    if (signal?.aborted) {
      resolve(false);
      return;
    }
    let cancel = () => {};
    const abort = () => {
      cancel();
      resolve(false);
    };
    cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener('abort', abort);
      resolve(true);
    });
    signal?.addEventListener('abort', abort, { once: true });
  });
}
