import { useCallback, useRef, useState } from 'react';
import { ResponseError } from '@backstage/errors';

/** How far a write has come. */
export type Writing =
  | { readonly state: 'idle' | 'writing' }
  | { readonly state: 'failed'; readonly error: Error };

/**
 * Sends something once, however often the button is pressed. The key of a request is kept until there is an answer, so
 * that a lost answer does not write twice.
 *
 * @param send - is given the key to send along
 */
export function useWrite<A extends readonly unknown[], R>(
  send: (idempotencyKey: string, ...args: A) => Promise<R>,
  onDone: (answer: R, ...args: A) => void,
): Writing & {
  readonly run: (...args: A) => void;
  readonly forget: () => void;
} {
  const [writing, setWriting] = useState<Writing>({ state: 'idle' });
  const busy = useRef(false);
  const key = useRef<{ of: string; key: string }>();
  const current = useRef({ send, onDone });
  current.current = { send, onDone };
  const run = useCallback(async (...args: A) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    setWriting({ state: 'writing' });
    const of = JSON.stringify(args);
    if (key.current?.of !== of) {
      key.current = { of, key: randomKey() };
    }
    try {
      const answer = await current.current.send(key.current.key, ...args);
      key.current = undefined;
      busy.current = false;
      setWriting({ state: 'idle' });
      current.current.onDone(answer, ...args);
    } catch (error) {
      busy.current = false;
      if (isAnswer(error)) {
        key.current = undefined;
      }
      setWriting({ state: 'failed', error: error as Error });
    }
  }, []);
  const forget = useCallback(() => setWriting({ state: 'idle' }), []);
  return { ...writing, run, forget };
}

/** Whether the backend decided: the same request sent again is then another one. */
function isAnswer(error: unknown): boolean {
  return ResponseError.is(error) && error.statusCode < 500;
}

/** Not `randomUUID`: browsers have that on secure pages only, and portals are served over plain HTTP too. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}
