import {
  Health,
  parseWorkloadId,
  workloadId,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';

export const VIEWS = ['matrix', 'list'] as const;
export const GROUPINGS = ['environment', 'system', 'state', 'none'] as const;
export const SORT_COLUMNS = [
  'state',
  'service',
  'environment',
  'version',
  'ready',
  'restarts',
  'changed',
] as const;
export const CHANGED_SINCE = ['yesterday', 'look'] as const;
export const HEALTHS: readonly Health[] = [
  'failed',
  'degraded',
  'progressing',
  'healthy',
  'suspended',
  'unknown',
];

export type View = (typeof VIEWS)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type SortColumn = (typeof SORT_COLUMNS)[number];
/** `yesterday`: since the day before today began. `look`: since the reader's last look ended. */
export type ChangedSince = (typeof CHANGED_SINCE)[number];

/** What the tab shows and how; all of it stands in the URL. */
export interface ViewState {
  readonly view: View;
  readonly q: string;
  /** Refs of the environments to show; empty for every baseline. */
  readonly env: readonly string[];
  /** Empty for any. */
  readonly health: readonly Health[];
  readonly problems: boolean;
  readonly drifted: boolean;
  /** Only what was released or scaled since then. */
  readonly changed?: ChangedSince;
  /** Ref of the environment that versions are compared with; undefined for the default. */
  readonly ref?: string;
  readonly group: Grouping;
  readonly sort: { readonly by: SortColumn; readonly descending: boolean };
  /** The workload whose panel is open. */
  readonly open?: WorkloadIdentity;
}

export const DEFAULT_VIEW: ViewState = {
  view: 'matrix',
  q: '',
  env: [],
  health: [],
  problems: false,
  drifted: false,
  group: 'environment',
  sort: { by: 'state', descending: false },
};

const OWN_KEYS = [
  'view',
  'q',
  'env',
  'health',
  'problems',
  'drifted',
  'changed',
  'ref',
  'group',
  'sort',
  'open',
];

/** Reads the URL. What it does not understand is as if it were not there: links outlive the words in them. */
export function readViewState(params: URLSearchParams): ViewState {
  const sort = params.get('sort') ?? '';
  const by = oneOf(SORT_COLUMNS, sort.replace(/^-/, ''));
  return {
    view: oneOf(VIEWS, params.get('view')) ?? DEFAULT_VIEW.view,
    q: params.get('q') ?? '',
    env: params.getAll('env').filter(Boolean),
    health: params
      .getAll('health')
      .flatMap(value => oneOf(HEALTHS, value) ?? []),
    problems: params.get('problems') === '1',
    drifted: params.get('drifted') === '1',
    changed: oneOf(CHANGED_SINCE, params.get('changed')),
    ref: params.get('ref') || undefined,
    group: oneOf(GROUPINGS, params.get('group')) ?? DEFAULT_VIEW.group,
    sort: by ? { by, descending: sort.startsWith('-') } : DEFAULT_VIEW.sort,
    open: readOpen(params.get('open')),
  };
}

/** Writes the state into a copy of the parameters; defaults are left out, foreign parameters stay as they are. */
export function writeViewState(
  state: ViewState,
  params: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(params);
  OWN_KEYS.forEach(key => next.delete(key));
  const put = (key: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) {
      next.append(key, value);
    }
  };
  put('view', state.view, DEFAULT_VIEW.view);
  put('q', state.q);
  state.env.forEach(ref => put('env', ref));
  state.health.forEach(health => put('health', health));
  put('problems', state.problems ? '1' : undefined);
  put('drifted', state.drifted ? '1' : undefined);
  put('changed', state.changed);
  put('ref', state.ref);
  put('group', state.group, DEFAULT_VIEW.group);
  put(
    'sort',
    `${state.sort.descending ? '-' : ''}${state.sort.by}`,
    DEFAULT_VIEW.sort.by,
  );
  put('open', state.open && workloadId(state.open));
  return next;
}

/** Whether anything is hidden by choice. The choice of environments shows others; it hides no service. */
export function hasFilters(state: ViewState): boolean {
  return (
    state.q.trim() !== '' ||
    state.health.length > 0 ||
    state.problems ||
    state.drifted ||
    state.changed !== undefined
  );
}

/** The same state with nothing hidden by choice. */
export function withoutFilters(state: ViewState): ViewState {
  return {
    ...state,
    q: '',
    health: [],
    problems: false,
    drifted: false,
    changed: undefined,
  };
}

function readOpen(id: string | null): WorkloadIdentity | undefined {
  if (!id) {
    return undefined;
  }
  try {
    return parseWorkloadId(id);
  } catch {
    return undefined;
  }
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(one => one === value);
}
