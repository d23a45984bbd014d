import { useCallback, useEffect, useRef, useState } from 'react';
import { useClock } from '../clock';
import { documentVisibility, isRefused } from '../live';
import { shareStructure } from '../live/shareStructure';

/**
 * Something that was asked of the backend. Data once seen stays through a failing repetition (`error` then says why), and
 * goes when the backend says that it may not be seen or is no more.
 * @public
 */
export type Remote<T> =
  | { readonly status: 'idle' | 'loading' }
  | { readonly status: 'ready'; readonly data: T; readonly error?: Error }
  | { readonly status: 'failed'; readonly error: Error };

/**
 * A {@link Remote} that can be asked for again.
 * @public
 */
export type RemoteResult<T> = Remote<T> & { readonly reload: () => void };

/**
 * When {@link useRemote} asks again.
 * @public
 */
export interface RemoteOptions {
  /** Asks again, without dropping what is shown, whenever this text changes. */
  readonly changeKey?: string;
  /** Asks again after so many milliseconds, while the page is on the screen. */
  readonly everyMs?: number;
}

/**
 * Asks the backend for one thing and keeps it. Parts that did not change keep their identity.
 * @param key - What is asked for; another key drops what was shown. Undefined asks nothing.
 * @public
 */
export function useRemote<T>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<T>,
  options: RemoteOptions = {},
): RemoteResult<T> {
  const { changeKey, everyMs } = options;
  const clock = useClock();
  const loadRef = useRef(load);
  loadRef.current = load;
  const [seen, setSeen] = useState<{ key?: string; remote: Remote<T> }>({
    key,
    remote: { status: key === undefined ? 'idle' : 'loading' },
  });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn(n => n + 1), []);

  useEffect(() => {
    if (key === undefined) {
      setSeen({ remote: { status: 'idle' } });
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    let cancelTimer = () => {};
    let unsubscribe = () => {};
    const again = () => {
      if (everyMs === undefined || signal.aborted) {
        return;
      }
      cancelTimer = clock.after(everyMs, () => {
        if (!documentVisibility.hidden()) {
          setTurn(n => n + 1);
          return;
        }
        unsubscribe = documentVisibility.subscribe(() => {
          if (!documentVisibility.hidden()) {
            setTurn(n => n + 1);
          }
        });
      });
    };
    loadRef
      .current(signal)
      .then(
        data => {
          if (!signal.aborted) {
            setSeen(before => ({ key, remote: received(before, key, data) }));
          }
        },
        (error: Error) => {
          if (!signal.aborted) {
            setSeen(before => ({ key, remote: failed(before, key, error) }));
          }
        },
      )
      .finally(again);
    return () => {
      controller.abort();
      cancelTimer();
      unsubscribe();
    };
  }, [key, changeKey, everyMs, turn, clock]);

  const remote: Remote<T> =
    seen.key === key
      ? seen.remote
      : { status: key === undefined ? 'idle' : 'loading' };
  return { ...remote, reload };
}

type Seen<T> = { key?: string; remote: Remote<T> };

function received<T>(before: Seen<T>, key: string, data: T): Remote<T> {
  return before.key === key && before.remote.status === 'ready'
    ? { status: 'ready', data: shareStructure(before.remote.data, data) }
    : { status: 'ready', data };
}

function failed<T>(before: Seen<T>, key: string, error: Error): Remote<T> {
  return before.key === key &&
    before.remote.status === 'ready' &&
    !isRefused(error)
    ? { status: 'ready', data: before.remote.data, error }
    : { status: 'failed', error };
}
