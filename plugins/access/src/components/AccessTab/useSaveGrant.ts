import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AccessApi,
  GrantChange,
} from '@domaindeck/backstage-plugin-access-common';
import { accessApiRef } from '../../accessApiRef';

/** How far saving has come. */
export type Saving =
  | { readonly state: 'idle' | 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly error: Error };

/** Saves a change of a grant once, however often the button is pressed. */
export function useSaveGrant(onSaved: () => void): Saving & {
  readonly save: (change: GrantChange, why: string) => void;
  readonly forget: () => void;
} {
  const api = useApi(accessApiRef);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  // Stays so once it is saved: the second half of a double press must find nothing to do.
  const busy = useRef(false);
  // Kept for the same change until there is an answer, so that a lost answer does not write twice.
  const key = useRef<{ change: string; key: string }>();
  const save = useCallback(
    async (change: GrantChange, why: string) => {
      if (busy.current) {
        return;
      }
      busy.current = true;
      setSaving({ state: 'saving' });
      const text = JSON.stringify([change, why]);
      if (key.current?.change !== text) {
        key.current = { change: text, key: randomKey() };
      }
      try {
        await send(api, change, why, key.current.key);
        key.current = undefined;
        setSaving({ state: 'saved' });
        onSaved();
      } catch (error) {
        setSaving({ state: 'failed', error: error as Error });
        busy.current = false;
      }
    },
    [api, onSaved],
  );
  const forget = useCallback(() => setSaving({ state: 'idle' }), []);
  return { ...saving, save, forget };
}

/** Not `randomUUID`: browsers have that on secure pages only, and portals are served over plain HTTP too. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}

async function send(
  api: AccessApi,
  change: GrantChange,
  why: string,
  idempotencyKey: string,
): Promise<void> {
  switch (change.type) {
    case 'create':
      await api.createGrant({ ...change.grant, why }, { idempotencyKey });
      return;
    case 'update':
      await api.updateGrant(
        change.id,
        { ...change.patch, why },
        { idempotencyKey },
      );
      return;
    default:
      await api.deleteGrant(change.id, why, { idempotencyKey });
  }
}
