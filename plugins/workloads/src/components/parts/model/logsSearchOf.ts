import {
  boundsOf,
  LOG_LEVELS,
  RANGE_DURATIONS,
  RangeDuration,
} from '@domaindeck/backstage-plugin-workloads-react';
import { writeLogsView } from '../../LogsTab/model/logsView';

/** What the Logs tab is opened on. */
export interface LogsDoor {
  /** Name of a workload. */
  readonly service: string;
  /** Ref of an environment; all without it. */
  readonly environment?: string;
  readonly pod?: string;
  readonly container?: string;
  /** The run before the restart. */
  readonly previous?: boolean;
  /** RFC 3339: the lines shown begin no later. */
  readonly since?: string;
}

/** The query of the Logs tab, with its question mark. */
export function logsSearchOf(door: LogsDoor, now: number): string {
  const { service, environment, pod, container, previous, since } = door;
  const params = writeLogsView(
    {
      service,
      env: environment ? [environment] : [],
      pod,
      containers: container ? [container] : [],
      previous,
      chips: [],
      modes: { regex: false, caseSensitive: false },
      levels: LOG_LEVELS,
      range: { kind: 'live', duration: durationSince(since, now) },
      columns: [],
      zone: 'local',
      wrap: false,
    },
    new URLSearchParams(),
  );
  return `?${params}`;
}

/** The shortest that reaches back so far; what began days ago is not read line by line. */
function durationSince(since: string | undefined, now: number): RangeDuration {
  const at = since === undefined ? now : Date.parse(since);
  const enough = RANGE_DURATIONS.slice(1, 5).find(
    duration => boundsOf({ kind: 'live', duration }, now).from <= at,
  );
  return enough ?? 'PT15M';
}
