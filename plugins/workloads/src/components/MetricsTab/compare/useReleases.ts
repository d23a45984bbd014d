import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ReleaseMark } from '@domaindeck/backstage-plugin-workloads-common';
import {
  metricsApiRef,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';

const HOUR = 3_600_000;
/** As far as one question may reach. */
const REACH_MS = 30 * 24 * HOUR - HOUR;

/** The releases that may be compared around. */
export interface Releases {
  /** Newest first. */
  readonly releases: readonly ReleaseMark[];
  /** Whether they are all: none is known while they are asked for. */
  readonly known: boolean;
}

/** Asks for the releases of all workloads of an entity in the last 30 days; anew with every hour. */
export function useReleases(entityRef: string, now: number): Releases {
  const api = useApi(metricsApiRef);
  const to = Math.ceil(now / HOUR) * HOUR;
  const answer = useRemote(
    entityRef,
    signal =>
      api.queryMetricMarks(
        entityRef,
        {
          from: new Date(to - REACH_MS).toISOString(),
          to: new Date(to).toISOString(),
        },
        { signal },
      ),
    { changeKey: String(to) },
  );
  const items = answer.status === 'ready' ? answer.data.items : undefined;
  return useMemo(
    () => ({
      releases: (items ?? [])
        .filter((mark): mark is ReleaseMark => mark.type === 'release')
        .reverse(),
      known: items !== undefined,
    }),
    [items],
  );
}
