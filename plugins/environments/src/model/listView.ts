import {
  EnvironmentRecord,
  EnvironmentState,
} from '@domaindeck/backstage-plugin-environments-common';

export const STATE_FILTERS = [
  'ready',
  'working',
  'asleep',
  'secrets',
  'failed',
] as const;
export const SORT_COLUMNS = ['life', 'name', 'owner', 'state', 'cost'] as const;

export type StateFilter = (typeof STATE_FILTERS)[number];
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** What the list shows and how; all of it stands in the URL. */
export interface ListView {
  readonly mine: boolean;
  readonly q: string;
  readonly state?: StateFilter;
  /** Name of an own service. */
  readonly service?: string;
  readonly sort: { readonly by: SortColumn; readonly descending: boolean };
}

const DEFAULT_SORT = { by: 'life', descending: false } as const;

const STATES: Readonly<Record<StateFilter, readonly EnvironmentState[]>> = {
  ready: ['ready'],
  working: ['requested', 'planning', 'provisioning', 'updating', 'deleting'],
  asleep: ['asleep'],
  secrets: ['needs-secrets'],
  failed: ['failed'],
};

/** Reads the URL. What it does not understand is as if it were not there. */
export function readListView(params: URLSearchParams): ListView {
  const sort = params.get('sort') ?? '';
  const by = SORT_COLUMNS.find(one => one === sort.replace(/^-/, ''));
  return {
    mine: params.has('mine'),
    q: params.get('q') ?? '',
    state: STATE_FILTERS.find(one => one === params.get('state')),
    service: params.get('service') || undefined,
    sort: by ? { by, descending: sort.startsWith('-') } : DEFAULT_SORT,
  };
}

/** Writes the view into a copy of the parameters; defaults are left out, foreign parameters stay as they are. */
export function writeListView(
  view: ListView,
  params: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(params);
  ['mine', 'q', 'state', 'service', 'sort'].forEach(key => next.delete(key));
  const { mine, q, state, service, sort } = view;
  if (mine) {
    next.set('mine', '');
  }
  if (q) {
    next.set('q', q);
  }
  if (state) {
    next.set('state', state);
  }
  if (service) {
    next.set('service', service);
  }
  if (sort.by !== DEFAULT_SORT.by || sort.descending) {
    next.set('sort', `${sort.descending ? '-' : ''}${sort.by}`);
  }
  return next;
}

/** Whether anything is hidden by a search or a filter; whose environments are shown is a choice, not a filter. */
export function isFiltered(view: ListView): boolean {
  return (
    view.q.trim() !== '' ||
    view.state !== undefined ||
    view.service !== undefined
  );
}

/** Whether an environment is one's own: made by oneself, or one on which one works. */
export function isMine(
  record: EnvironmentRecord,
  me: string | undefined,
): boolean {
  return (
    me !== undefined &&
    [record.creator, ...record.collaborators].some(
      one => one.toLocaleLowerCase('en-US') === me,
    )
  );
}

/** Whether the view lets an environment through, whosever it is. */
export function matches(
  record: EnvironmentRecord,
  view: ListView,
  nameOf: (person: string) => string,
): boolean {
  const text = view.q.trim().toLocaleLowerCase('en-US');
  const own = record.services.filter(one => one.own).map(one => one.name);
  const texts = [
    record.name,
    record.specification.why ?? '',
    record.creator,
    nameOf(record.creator),
    ...own,
  ];
  return (
    (text === '' ||
      texts.some(one => one.toLocaleLowerCase('en-US').includes(text))) &&
    (!view.state || STATES[view.state].includes(record.state)) &&
    (!view.service || own.includes(view.service))
  );
}
