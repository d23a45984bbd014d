import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';
import {
  isReversed,
  LOG_LEVELS,
  LogZone,
  QueryChip,
  QueryModes,
  readTimeRange,
  TimeRange,
  writeTimeRange,
} from '@domaindeck/backstage-plugin-workloads-react';

/** What the tab shows and how; all of it stands in the URL. */
export interface LogsView {
  /** Name of a workload. */
  readonly service?: string;
  /** Refs of environments; empty for all that are readable. */
  readonly env: readonly string[];
  /** Name of a pod. */
  readonly pod?: string;
  /** Names of containers; empty for the main ones. */
  readonly containers: readonly string[];
  /** Undefined leaves it to whether a container of the choice has crashed. */
  readonly previous?: boolean;
  readonly chips: readonly QueryChip[];
  readonly modes: QueryModes;
  readonly levels: readonly LogLevel[];
  readonly range: TimeRange;
  /** The URL has its two moments in the wrong order. */
  readonly isReversed?: boolean;
  readonly columns: readonly string[];
  readonly zone: LogZone;
  readonly wrap: boolean;
  /** The line of a link, see `readLineLink`. */
  readonly line?: string;
}

const ZONES: readonly LogZone[] = ['local', 'utc', 'off'];
const OWN_KEYS = [
  'service',
  'env',
  'pod',
  'container',
  'previous',
  'has',
  'not',
  're',
  'case',
  'level',
  'cols',
  'tz',
  'wrap',
  'line',
];

/** Reads the URL. What it does not understand is as if it were not there: links outlive the words in them. */
export function readLogsView(params: URLSearchParams): LogsView {
  const chips = [...params.entries()].flatMap(([key, text]): QueryChip[] =>
    (key === 'has' || key === 'not') && text ? [{ kind: key, text }] : [],
  );
  const levels = LOG_LEVELS.filter(level =>
    params.getAll('level').includes(level),
  );
  const previous = params.get('previous');
  return {
    service: params.get('service') || undefined,
    env: params.getAll('env').filter(Boolean),
    pod: params.get('pod') || undefined,
    containers: params.getAll('container').filter(Boolean),
    previous: previous === null ? undefined : previous === '1',
    chips,
    modes: {
      regex: params.get('re') === '1',
      caseSensitive: params.get('case') === '1',
    },
    levels: levels.length > 0 ? levels : LOG_LEVELS,
    range: readTimeRange(params),
    ...(isReversed(params) && { isReversed: true }),
    columns: (params.get('cols') ?? '').split(',').filter(Boolean),
    zone: ZONES.find(zone => zone === params.get('tz')) ?? 'local',
    wrap: params.get('wrap') === '1',
    line: params.get('line') || undefined,
  };
}

/** Writes the view into a copy of the parameters; defaults are left out, foreign parameters stay as they are. */
export function writeLogsView(
  view: LogsView,
  params: URLSearchParams,
): URLSearchParams {
  const next = writeTimeRange(view.range, params);
  OWN_KEYS.forEach(key => next.delete(key));
  const put = (key: string, value: string | undefined) => {
    if (value) {
      next.append(key, value);
    }
  };
  put('service', view.service);
  view.env.forEach(ref => put('env', ref));
  put('pod', view.pod);
  view.containers.forEach(name => put('container', name));
  if (view.previous !== undefined) {
    put('previous', view.previous ? '1' : '0');
  }
  view.chips.forEach(chip => put(chip.kind, chip.text));
  put('re', view.modes.regex ? '1' : undefined);
  put('case', view.modes.caseSensitive ? '1' : undefined);
  if (view.levels.length < LOG_LEVELS.length) {
    view.levels.forEach(level => put('level', level));
  }
  put('cols', view.columns.join(','));
  put('tz', view.zone === 'local' ? undefined : view.zone);
  put('wrap', view.wrap ? '1' : undefined);
  put('line', view.line);
  return next;
}
