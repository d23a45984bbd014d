import { useMemo } from 'react';
import { DateTime } from 'luxon';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import {
  RemoteResult,
  ChangesSince,
  useChangesSince,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { byWorkload, ChangesByWorkload, changeKeyOf } from './model/changes';
import { ChangedSince } from '../parts/model/viewState';
import { useLastLook } from './useLastLook';

/** Only the turn of the day moves what yesterday is. */
const STEP_MS = 60_000;

/** What the filter "changed since" knows. */
export interface ChangedFilter {
  /** When the reader's last look ended, RFC 3339; undefined on the first one. */
  readonly lastLook?: string;
  /** What changed; undefined while nobody asks or nothing is known, so that nothing is hidden for a guess. */
  readonly changes?: ChangesByWorkload;
  /** The question to the backend. */
  readonly remote: RemoteResult<ChangesSince>;
}

/** Asks what changed, as soon as the reader wants to see only that, and again whenever something may have changed. */
export function useChangedFilter(
  entityRef: string,
  chosen: ChangedSince | undefined,
  workloads: readonly Workload[],
): ChangedFilter {
  const lastLook = useLastLook(entityRef);
  const now = useNow(STEP_MS);
  const yesterday = DateTime.fromMillis(now)
    .minus({ days: 1 })
    .startOf('day')
    .toUTC()
    .toISO();
  const since = chosen && (chosen === 'look' ? lastLook : yesterday);
  const changeKey = useMemo(
    () => (since ? changeKeyOf(workloads) : ''),
    [since, workloads],
  );
  const remote = useChangesSince(entityRef, since ?? undefined, { changeKey });
  const items = remote.status === 'ready' ? remote.data.items : undefined;
  const changes = useMemo(() => items && byWorkload(items), [items]);
  return { lastLook, changes, remote };
}
