import { useApi } from '@backstage/frontend-plugin-api';
import {
  Change,
  WorkloadsApi,
} from '@domaindeck/backstage-plugin-workloads-common';
import { workloadsApiRef } from '../workloadsApiRef';
import { RemoteOptions, RemoteResult, useRemote } from './useRemote';

/** The most that one answer of the backend holds. */
const PAGE = 500;
/** 5,000 changes: more than a busy domain sees in a day, and little enough to keep. */
const PAGES = 10;

/**
 * All changes that were made since a time, newest first.
 * @public
 */
export interface ChangesSince {
  readonly items: readonly Change[];
  /** Whether there are older ones than the 5,000 that are here. */
  readonly more: boolean;
}

/**
 * Every release and scaling of an entity's workloads since a time.
 * @param since - RFC 3339; undefined asks nothing.
 * @public
 */
export function useChangesSince(
  entityRef: string,
  since: string | undefined,
  options?: RemoteOptions,
): RemoteResult<ChangesSince> {
  const api = useApi(workloadsApiRef);
  return useRemote(
    since && `${entityRef} ${since}`,
    signal => readAll(api, entityRef, since!, signal),
    options,
  );
}

async function readAll(
  api: WorkloadsApi,
  entityRef: string,
  since: string,
  signal: AbortSignal,
): Promise<ChangesSince> {
  const items: Change[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const answer = await api.getChanges(
      entityRef,
      { since, limit: PAGE, ...(cursor && { cursor }) },
      { signal },
    );
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) {
      return { items, more: false };
    }
  }
  return { items, more: true };
}
