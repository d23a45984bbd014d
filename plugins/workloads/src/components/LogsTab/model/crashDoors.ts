import { fixedRange } from '@domaindeck/backstage-plugin-workloads-react';
import { writeMetricsView } from '../../MetricsTab/model/metricsView';
import { Crash } from './logChoice';
import { LastRelease } from './lastReleaseBefore';

/** What stands around the end of a run in the charts: how it came to it, and a little after. */
const BEFORE_MS = 15 * 60_000;
const AFTER_MS = 5 * 60_000;

/** The query of the Metrics tab that shows a pod around the end of its last run; undefined where nobody knows when that was. */
export function metricsAtEnd({ pod, container }: Crash): string | undefined {
  const at = Date.parse(container.lastEnd?.at ?? '');
  return Number.isNaN(at)
    ? undefined
    : searchOf({
        ...placeOf(pod),
        pod: pod.name,
        range: fixedRange(at - BEFORE_MS, at + AFTER_MS),
      });
}

/** The query of the Metrics tab that lays the time after a release over the time before. */
export function metricsOfRelease(
  { pod }: Crash,
  { at }: Pick<LastRelease, 'at'>,
): string {
  return searchOf({
    ...placeOf(pod),
    range: { kind: 'live', duration: 'PT1H' },
    compare: { kind: 'release', at, side: 'PT24H' },
  });
}

/** The query of the Workloads tab that opens the panel of the workload, with its events. */
export function panelOf({ pod }: Crash): string {
  return `?${new URLSearchParams({ open: pod.workload })}`;
}

function placeOf(pod: Crash['pod']) {
  return {
    service: pod.workload.split('/').at(-1),
    env: [pod.environment],
    each: false,
  };
}

function searchOf(view: Parameters<typeof writeMetricsView>[0]): string {
  return `?${writeMetricsView(view, new URLSearchParams())}`;
}
