import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import { fixedRange } from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './logChoice';
import { LogsView } from './logsView';

/** How far back of the last run the runs before it are looked for. */
const PAST_MS = 3_600_000;

/**
 * The part of the view that shows what a store has of the runs before the last one.
 * @returns undefined where there is no store, or nobody knows when the last run began
 */
export function pastRuns(
  { pod, container }: Crash,
  sources: LogSources,
): Partial<LogsView> | undefined {
  const began = Date.parse(container.lastEnd?.startedAt ?? '');
  const isStored = sources.history.some(
    ({ cluster, state }) => cluster === pod.cluster && state === 'available',
  );
  return isStored && began
    ? {
        range: fixedRange(began - PAST_MS, began),
        env: [pod.environment],
        pod: pod.name,
        containers: [container.name],
        previous: false,
      }
    : undefined;
}
