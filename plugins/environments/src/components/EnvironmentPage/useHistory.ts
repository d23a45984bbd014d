import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EnvironmentRecord,
  HistoryEntry,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';

/** As many as a card holds. */
const FIRST = 20;

/** What happened: what was known when the page opened, and what the stream has told since. */
export interface KnownHistory {
  /** Newest first. */
  readonly items: readonly HistoryEntry[];
  readonly total: number;
}

/** The newest entries of an environment's history, kept up to date. */
export function useHistory(
  record: EnvironmentRecord,
  news: readonly HistoryEntry[],
): RemoteResult<KnownHistory> {
  const api = useApi(environmentsApiRef);
  const first = useRemote(record.id, signal =>
    api.getHistory(record.id, { limit: FIRST }, { signal }),
  );
  return useMemo(() => {
    if (first.status !== 'ready') {
      return first;
    }
    const known = new Set(first.data.items.map(one => one.id));
    const added = news.filter(one => !known.has(one.id));
    return {
      ...first,
      data: {
        items: [...added, ...first.data.items],
        total: first.data.total + added.length,
      },
    };
  }, [first, news]);
}
