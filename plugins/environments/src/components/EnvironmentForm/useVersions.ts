import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  VersionKind,
  VersionPage,
  VersionsQuery,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  useClock,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../../environmentsApiRef';

/** After the last key. */
const SETTLE_MS = 200;
const PAGE = 50;
/** More are not asked for at a time; a search finds the others. */
const MOST = 500;

/** Where versions are looked for. */
export type VersionPlace = Pick<
  VersionsQuery,
  'domain' | 'cluster' | 'baseline' | 'environment'
>;

/** Versions of a service as far as they are here. */
export interface VersionsState {
  /** Of the kind that is asked for; undefined while there is nothing to show. */
  readonly page: VersionPage | undefined;
  /** Whether it is what was asked for last. */
  readonly settled: boolean;
  readonly error: Error | undefined;
  readonly retry: () => void;
  /** Asks for more of them; undefined where there are none, or too many. */
  readonly more: (() => void) | undefined;
}

/**
 * Lists versions of a service, and lists them again when somebody searches; an answer to an older search is dropped.
 *
 * @param kind - undefined: branches where there are any, else tags
 */
export function useVersions(
  place: VersionPlace,
  service: string,
  kind: VersionKind | undefined,
  search: string,
): VersionsState {
  const api = useApi(environmentsApiRef);
  const clock = useClock();
  const text = search.trim();
  const [settledText, setSettledText] = useState(text);
  const [limit, setLimit] = useState(PAGE);
  useEffect(
    () =>
      clock.after(SETTLE_MS, () => {
        setSettledText(text);
        setLimit(PAGE);
      }),
    [text, clock],
  );
  const query: VersionsQuery = {
    ...place,
    service,
    ...(kind ? { kind } : {}),
    ...(settledText ? { q: settledText } : {}),
    limit,
  };
  const asked = JSON.stringify(query);
  const answer = useRemote(
    `versions ${service}`,
    async signal => ({ asked, page: await api.getVersions(query, { signal }) }),
    { changeKey: asked },
  );
  const known = answer.status === 'ready' ? answer.data : undefined;
  const isKind = kind === undefined || known?.page.kind === kind;
  const hasMore = known?.page.nextCursor !== undefined && limit < MOST;
  return {
    page: isKind ? known?.page : undefined,
    settled: known?.asked === asked && settledText === text,
    error:
      answer.status === 'ready' || answer.status === 'failed'
        ? answer.error
        : undefined,
    retry: answer.reload,
    more: hasMore
      ? () => setLimit(Math.min(limit + 2 * PAGE, MOST))
      : undefined,
  };
}
