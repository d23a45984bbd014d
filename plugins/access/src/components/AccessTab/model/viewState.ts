import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AuditOutcome } from '@domaindeck/backstage-plugin-access-common';

export const ACCESS_VIEWS = ['rights', 'grants', 'audit'] as const;
export const SPANS = ['1h', '24h', '7d', '30d', 'all'] as const;
export const OUTCOMES: readonly AuditOutcome[] = [
  'done',
  'failed',
  'refused',
  'started',
];

export type AccessView = (typeof ACCESS_VIEWS)[number];
/** How far back the record is shown. */
export type Span = (typeof SPANS)[number];

/** A lock or a tick that is looked at. */
export interface ChosenCell {
  /** Verb without its plugin. */
  readonly verb: string;
  readonly cluster: string;
}

/** What is being changed: a new grant, one that is there, or one that is to end. */
export type Editing =
  | { readonly type: 'new' }
  | { readonly type: 'change' | 'end'; readonly id: string };

/** What of the record is shown. */
export interface RecordFilter {
  /** Full references. */
  readonly who: readonly string[];
  /** Verbs with their plugin. */
  readonly what: readonly string[];
  /** Clusters. */
  readonly where: readonly string[];
  readonly since: Span | string;
  readonly until?: string;
  readonly outcome: readonly AuditOutcome[];
  readonly q: string;
}

/** What the tab shows; all of it stands in the URL. */
export interface AccessViewState {
  readonly view: AccessView;
  /** Full reference of whom is explained; undefined for the reader. */
  readonly of?: string;
  readonly cell?: ChosenCell;
  readonly editing?: Editing;
  readonly record: RecordFilter;
}

export const NO_FILTER: RecordFilter = {
  who: [],
  what: [],
  where: [],
  since: '7d',
  outcome: [],
  q: '',
};

const OWN_KEYS = [
  'view',
  'of',
  'cell',
  'grant',
  'end',
  'who',
  'what',
  'where',
  'since',
  'until',
  'outcome',
  'q',
];

/** Reads the URL. What it does not understand is as if it were not there: links outlive the words in them. */
export function readViewState(params: URLSearchParams): AccessViewState {
  const refs = (key: string) =>
    params.getAll(key).flatMap(value => fullRef(value) ?? []);
  const since = params.get('since') ?? '';
  return {
    view: oneOf(ACCESS_VIEWS, params.get('view')) ?? 'rights',
    of: refs('of')[0],
    cell: readCell(params.get('cell')),
    editing: readEditing(params),
    record: {
      who: refs('who'),
      what: params.getAll('what').filter(Boolean),
      where: params.getAll('where').filter(Boolean),
      since: oneOf(SPANS, since) ?? (isTime(since) ? since : NO_FILTER.since),
      until: isTime(params.get('until')) ? params.get('until')! : undefined,
      outcome: params
        .getAll('outcome')
        .flatMap(value => oneOf(OUTCOMES, value) ?? []),
      q: params.get('q') ?? '',
    },
  };
}

/** Writes the state into a copy of the parameters; defaults are left out, foreign parameters stay as they are. */
export function writeViewState(
  state: AccessViewState,
  params: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(params);
  OWN_KEYS.forEach(key => next.delete(key));
  const put = (key: string, value: string | undefined, usual?: string) => {
    if (value && value !== usual) {
      next.append(key, value);
    }
  };
  const { cell, editing, record } = state;
  put('view', state.view, 'rights');
  put('of', state.of && shortRef(state.of));
  put('cell', cell && `${cell.verb}.${cell.cluster}`);
  if (editing) {
    const id = editing.type === 'new' ? 'new' : editing.id;
    put(editing.type === 'end' ? 'end' : 'grant', id);
  }
  record.who.forEach(ref => put('who', shortRef(ref)));
  record.what.forEach(verb => put('what', verb));
  record.where.forEach(cluster => put('where', cluster));
  put('since', record.since, NO_FILTER.since);
  put('until', record.until);
  record.outcome.forEach(outcome => put('outcome', outcome));
  put('q', record.q);
  return next;
}

/** Whether part of the record is hidden by choice. */
export function isFiltered(filter: RecordFilter): boolean {
  return (
    filter.q.trim() !== '' ||
    filter.since !== NO_FILTER.since ||
    filter.until !== undefined ||
    [filter.who, filter.what, filter.where, filter.outcome].some(
      values => values.length > 0,
    )
  );
}

/** A reference as people write it: `user:dev-one`. */
export function shortRef(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return namespace === 'default'
    ? `${kind}:${name}`
    : `${kind}:${namespace}/${name}`;
}

function fullRef(value: string): string | undefined {
  try {
    const ref = parseEntityRef(value, { defaultNamespace: 'default' });
    return ['user', 'group'].includes(ref.kind.toLocaleLowerCase('en-US'))
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

function readCell(value: string | null): ChosenCell | undefined {
  // Names of clusters may hold dots, verbs without their plugin do not.
  const [, verb, cluster] = /^([^.]+)\.(.+)$/.exec(value ?? '') ?? [];
  return verb && cluster ? { verb, cluster } : undefined;
}

function readEditing(params: URLSearchParams): Editing | undefined {
  const end = params.get('end');
  if (end) {
    return { type: 'end', id: end };
  }
  const id = params.get('grant');
  if (!id) {
    return undefined;
  }
  return id === 'new' ? { type: 'new' } : { type: 'change', id };
}

function isTime(value: string | null): boolean {
  return (
    value !== null &&
    /^\d{4}-\d\d-\d\dT/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(one => one === value);
}
