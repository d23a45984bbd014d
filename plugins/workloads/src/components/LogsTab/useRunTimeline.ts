import { useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  metricsApiRef,
  useClock,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Crash } from './model/logChoice';
import { RunTimeline, runTimelineOf, timeOfRuns } from './model/runTimeline';

/** As often as a store has new values. */
const EVERY_MS = 30_000;

/**
 * The runs of a crashed container over time with its memory.
 * @returns undefined while nothing is known of its memory, and where the caller may not read metrics or there are none
 */
export function useRunTimeline(
  entityRef: string,
  crash: Crash,
): RunTimeline | undefined {
  const api = useApi(metricsApiRef);
  const clock = useClock();
  const { pod, container } = crash;
  const key = JSON.stringify([entityRef, pod.uid, container.name]);
  const measured = useRemote(
    key,
    async signal => {
      const now = clock.now();
      const { from, to } = timeOfRuns(crash, now);
      const question = {
        environments: [pod.environment],
        workload: pod.workload.split('/').at(-1),
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
      };
      const [memory, marks] = await Promise.all([
        api.queryMetrics(
          entityRef,
          { ...question, panel: 'memory' },
          { signal },
        ),
        api.queryMetricMarks(entityRef, question, { signal }),
      ]);
      return { memory, marks: marks.items, now };
    },
    { everyMs: EVERY_MS },
  );
  return useMemo(
    () =>
      measured.status === 'ready'
        ? runTimelineOf(
            crash,
            measured.data.memory,
            measured.data.marks,
            measured.data.now,
          )
        : undefined,
    [measured, crash],
  );
}
