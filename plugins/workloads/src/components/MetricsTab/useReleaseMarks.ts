import { useMemo } from 'react';
import {
  TimeMark,
  useChanges,
} from '@domaindeck/backstage-plugin-workloads-react';
import { MetricsView } from './model/metricsView';

/** Enough for every release of a domain that a chart has room to name. */
const LIMIT = 200;
const EVERY_MS = 60_000;

/** The releases of what the tab shows, oldest first; none while they are not known. */
export function useReleaseMarks(
  entityRef: string,
  view: MetricsView,
): readonly TimeMark[] {
  const changes = useChanges(
    entityRef,
    { limit: LIMIT },
    { everyMs: EVERY_MS },
  );
  const items = changes.status === 'ready' ? changes.data.items : undefined;
  return useMemo(
    () =>
      (items ?? [])
        .flatMap(change => {
          const name = change.workload.split('/').at(-1);
          const isShown =
            change.type === 'release' &&
            (view.service === undefined || view.service === name) &&
            (view.env.length === 0 || view.env.includes(change.environment));
          return isShown
            ? [
                {
                  at: Date.parse(change.at),
                  label: `${view.service ? '' : `${name} `}${
                    change.from ? `${change.from} → ` : ''
                  }${change.to}`,
                },
              ]
            : [];
        })
        .sort((a, b) => a.at - b.at),
    [items, view.service, view.env],
  );
}
