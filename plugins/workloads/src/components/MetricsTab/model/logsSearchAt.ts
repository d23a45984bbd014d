import { MetricMark } from '@domaindeck/backstage-plugin-workloads-common';
import {
  fixedRange,
  writeTimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';

/** What stands around the minute whose logs are opened, in milliseconds on each side. */
const AROUND_MS = 60_000;

/**
 * The query of the Logs tab that shows a minute, with its question mark: of what the charts show, and of the workload,
 * pod and container that a mark tells of.
 *
 * @param at - milliseconds since 1970
 * @param params - the query of this tab; both tabs have the same words for service, environment and time
 */
export function logsSearchAt(
  at: number,
  mark: MetricMark | undefined,
  params: URLSearchParams,
): string {
  const next = writeTimeRange(
    fixedRange(at - AROUND_MS, at + AROUND_MS),
    params,
  );
  if (mark) {
    next.set('service', mark.object.name);
    next.set('env', mark.environment);
  }
  if (mark?.type === 'restart' || mark?.type === 'out-of-memory') {
    next.set('pod', mark.pod);
    next.set('container', mark.container);
  }
  return `?${next}`;
}
