import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { MetricMark } from '@domaindeck/backstage-plugin-workloads-common';
import {
  metricsApiRef,
  TimeMark,
  useAgeText,
  useMetricText,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { timeMarkOf } from './model/markWords';
import { MetricsView, queryOf } from './model/metricsView';

const MINUTE = 60_000;

/** What happened in the time that is shown. */
export interface Marks {
  /** As charts draw it, oldest first; empty while it is not known. */
  readonly marks: readonly TimeMark[];
  /** The same as it was told, by id. */
  readonly told: ReadonlyMap<string, MetricMark>;
}

/**
 * Asks once for all charts of the tab what happened in the time that they show. A time that goes on is asked for anew
 * with every minute.
 *
 * @param placeOf - name of an environment, by its ref
 */
export function useMarks(
  entityRef: string,
  view: MetricsView,
  window: { readonly from: number; readonly to: number },
  placeOf: (ref: string) => string,
): Marks {
  const api = useApi(metricsApiRef);
  const t = useMetricText();
  const span = useAgeText();
  const query = queryOf(view, {
    from: Math.floor(window.from / MINUTE) * MINUTE,
    to: Math.ceil(window.to / MINUTE) * MINUTE,
  });
  const answer = useRemote(
    entityRef,
    signal => api.queryMetricMarks(entityRef, query, { signal }),
    { changeKey: JSON.stringify(query) },
  );
  const all = answer.status === 'ready' ? answer.data.items : undefined;
  const { pod } = view;
  const items = useMemo(() => all?.filter(mark => isOf(mark, pod)), [all, pod]);
  const single = view.service !== undefined;
  return useMemo(
    () => ({
      marks: (items ?? []).map(mark =>
        timeMarkOf(mark, {
          t,
          span,
          single,
          place: ({ environment }) => placeOf(environment),
        }),
      ),
      told: new Map((items ?? []).map(mark => [mark.id, mark])),
    }),
    [items, t, span, single, placeOf],
  );
}

/** What happened to another pod is left out where one alone is shown; a release is of all. */
function isOf(mark: MetricMark, pod: string | undefined): boolean {
  return pod === undefined || !('pod' in mark) || mark.pod === pod;
}
