import { useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  documentVisibility,
  useClock,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Look, lookAt } from './model/look';

/** Fine enough for "since I last looked", rare enough for storage that is a server. */
const STEP_MS = 60_000;

/**
 * When the reader's look before this one ended, RFC 3339; undefined on the first look, and until the storage has
 * answered. Keeps the time of the look at hand, per entity, in the reader's own storage.
 */
export function useLastLook(entityRef: string): string | undefined {
  const storage = useApi(storageApiRef);
  const clock = useClock();
  const [before, setBefore] = useState<{ of: string; at?: string }>();

  useEffect(() => {
    const bucket = storage.forBucket('domaindeck.looks');
    let look: Look | undefined;
    let cancel = () => {};
    const keep = () => {
      if (!documentVisibility.hidden()) {
        look = lookAt(look, clock.now());
        const at = look.before;
        setBefore(last =>
          last?.of === entityRef && last.at === at
            ? last
            : { of: entityRef, at },
        );
        // Who may not store anything has no last look; the page works without.
        bucket.set(entityRef, { ...look }).catch(() => {});
      }
      cancel = clock.after(STEP_MS, keep);
    };
    const begin = (value: unknown) => {
      look = isLook(value) ? value : undefined;
      keep();
    };
    const subscription = bucket.observe$(entityRef).subscribe(snapshot => {
      if (snapshot.presence !== 'unknown' && look === undefined) {
        begin(snapshot.value);
      }
    });
    const known = bucket.snapshot(entityRef);
    if (known.presence !== 'unknown') {
      begin(known.value);
    }
    return () => {
      subscription.unsubscribe();
      cancel();
    };
  }, [storage, clock, entityRef]);

  return before?.of === entityRef ? before.at : undefined;
}

function isLook(value: unknown): value is Look {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Look>).seen === 'string'
  );
}
