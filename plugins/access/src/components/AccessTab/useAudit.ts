import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AuditEntry,
  AuditFilter,
  AuditPage,
} from '@domaindeck/backstage-plugin-access-common';
import {
  RemoteResult,
  useClock,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { auditFilterOf, newerThan } from './model/record';
import { RecordFilter } from './model/viewState';

const PAGE = 50;
const EVERY_MS = 10_000;

/** The record under a filter, as far as it was read. */
export interface AuditList {
  readonly first: RemoteResult<AuditPage>;
  readonly filter: AuditFilter;
  readonly entries: readonly AuditEntry[];
  readonly newer: { readonly count: number; readonly more: boolean };
  readonly showNewer: () => void;
  readonly older:
    | { readonly state: 'none' | 'some' | 'loading' }
    | { readonly state: 'failed'; readonly error: Error };
  readonly loadOlder: () => void;
}

interface Shown {
  readonly key: string;
  readonly entries: readonly AuditEntry[];
  readonly nextCursor?: string;
}

/**
 * Reads the record page by page. Newer entries are counted, not shown, until the reader asks: a row that is being read
 * never moves.
 */
export function useAudit(entityRef: string, record: RecordFilter): AuditList {
  const api = useApi(accessApiRef);
  const clock = useClock();
  const key = JSON.stringify([entityRef, record]);
  const filter = useMemo(
    () => auditFilterOf(record, entityRef, clock.now()),
    [record, entityRef, clock],
  );
  const first = useRemote(
    key,
    signal => api.getAudit({ ...filter, limit: PAGE }, { signal }),
    { everyMs: EVERY_MS },
  );
  const newest = first.status === 'ready' ? first.data : undefined;
  const [shown, setShown] = useState<Shown>();
  const [older, setOlder] = useState<'idle' | 'loading' | Error>('idle');
  const current = shown?.key === key ? shown : undefined;
  const start = useCallback(() => {
    setOlder('idle');
    setShown(
      newest && { key, entries: newest.items, nextCursor: newest.nextCursor },
    );
  }, [key, newest]);
  useEffect(() => {
    if (newest && !current) {
      start();
    }
  }, [newest, current, start]);
  const loadOlder = async () => {
    if (!current?.nextCursor || older === 'loading') {
      return;
    }
    setOlder('loading');
    try {
      const page = await api.getAudit({
        ...filter,
        limit: PAGE,
        cursor: current.nextCursor,
      });
      setShown(now =>
        now?.key === key
          ? {
              key,
              entries: [...now.entries, ...page.items],
              nextCursor: page.nextCursor,
            }
          : now,
      );
      setOlder('idle');
    } catch (error) {
      setOlder(error as Error);
    }
  };
  const entries = current?.entries ?? newest?.items ?? [];
  const rest = current?.nextCursor ? ('some' as const) : ('none' as const);
  return {
    first,
    filter,
    entries,
    newer: newerThan(newest?.items ?? [], entries),
    showNewer: start,
    older:
      older instanceof Error
        ? { state: 'failed', error: older }
        : { state: older === 'loading' ? 'loading' : rest },
    loadOlder,
  };
}
