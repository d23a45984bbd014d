import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { useClock } from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../../environmentsApiRef';
import { useWrite } from '../../../hooks';
import { extendedEnd } from '../../../model/extendedEnd';

/** How long an extension may be taken back. */
const UNDO_MS = 10_000;

/** What can be done at once, from a row or the head of a page. */
export interface RowActions {
  /** By a day, or up to the latest end. */
  extend(record: EnvironmentRecord): void;
  /** Takes the last extension back; undefined where there is none, or none any more. */
  undoOf(id: string): (() => void) | undefined;
  sleep(record: EnvironmentRecord): void;
  wake(record: EnvironmentRecord): void;
  pin(record: EnvironmentRecord): void;
  /** Whether an answer is awaited. */
  readonly busy: boolean;
  /** Why the last one was not done. */
  readonly error?: Error;
  forget(): void;
}

type Deed =
  | { readonly type: 'extend'; readonly id: string; readonly to: string }
  | { readonly type: 'sleep' | 'wake'; readonly id: string }
  | { readonly type: 'pin'; readonly id: string; readonly pinned: boolean };

/** Does what needs no question first; each answer is shown at once. */
export function useRowActions(
  accept: (answer: EnvironmentRecord) => void,
): RowActions {
  const api = useApi(environmentsApiRef);
  const clock = useClock();
  const [undo, setUndo] = useState<{ id: string; to: string }>();
  const cancel = useRef(() => {});
  useEffect(() => () => cancel.current(), []);
  const former = useRef<string>();
  const writing = useWrite(
    (idempotencyKey: string, deed: Deed) => {
      switch (deed.type) {
        case 'extend':
          return api.extend(deed.id, deed.to, { idempotencyKey });
        case 'pin':
          return api.pin(deed.id, { pinned: deed.pinned }, { idempotencyKey });
        default:
          return api[deed.type](deed.id, { idempotencyKey });
      }
    },
    (answer, deed) => {
      accept(answer);
      cancel.current();
      if (deed.type === 'extend' && former.current) {
        setUndo({ id: deed.id, to: former.current });
        cancel.current = clock.after(UNDO_MS, () => setUndo(undefined));
      } else {
        setUndo(undefined);
      }
    },
  );
  const { run, forget, state } = writing;
  const error = writing.state === 'failed' ? writing.error : undefined;
  const extend = useCallback(
    (record: EnvironmentRecord) => {
      former.current = record.expiresAt;
      run({ type: 'extend', id: record.id, to: extendedEnd(record) });
    },
    [run],
  );
  return useMemo(
    () => ({
      extend,
      undoOf: id =>
        undo?.id === id
          ? () => {
              former.current = undefined;
              run({ type: 'extend', id, to: undo.to });
            }
          : undefined,
      sleep: ({ id }) => run({ type: 'sleep', id }),
      wake: ({ id }) => run({ type: 'wake', id }),
      pin: ({ id, pinned }) => run({ type: 'pin', id, pinned: !pinned }),
      busy: state === 'writing',
      error,
      forget,
    }),
    [extend, undo, run, state, error, forget],
  );
}
