import {
  AuditEntry,
  AuditFilter,
} from '@domaindeck/backstage-plugin-access-common';
import { RecordFilter } from './viewState';

const HOUR_MS = 3_600_000;
const SPAN_MS: Readonly<Record<string, number>> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
};

/**
 * What is asked of the backend. A span counts back from `now`; give the moment at which the reader chose it, so that the
 * pages of one list have one beginning.
 */
export function auditFilterOf(
  filter: RecordFilter,
  entity: string,
  now: number,
): AuditFilter {
  const span = SPAN_MS[filter.since];
  const from = span ? new Date(now - span).toISOString() : filter.since;
  return {
    entity,
    who: filter.who,
    verb: filter.what,
    environment: filter.where,
    from: filter.since === 'all' ? undefined : from,
    to: filter.until,
    outcome: filter.outcome,
    q: filter.q.trim() || undefined,
  };
}

/** One value that was changed. */
export interface ChangedValue {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What differs between before and after, value by value; values inside objects have names with dots. */
export function changedValues(
  entry: Pick<AuditEntry, 'before' | 'after'>,
): ChangedValue[] {
  const before = flatten(entry.before ?? {}, '');
  const after = flatten(entry.after ?? {}, '');
  return [...new Set([...before.keys(), ...after.keys()])]
    .map(name => ({ name, before: before.get(name), after: after.get(name) }))
    .filter(value => value.before !== value.after);
}

/**
 * How many entries of a newer first page stand before the ones that are shown; `more` when the whole page does, so that
 * there may be further ones.
 */
export function newerThan(
  page: readonly AuditEntry[],
  shown: readonly AuditEntry[],
): { readonly count: number; readonly more: boolean } {
  const known = new Set(shown.map(({ id }) => id));
  const index = page.findIndex(({ id }) => known.has(id));
  return index < 0 && shown.length > 0
    ? { count: page.length, more: page.length > 0 }
    : { count: Math.max(index, 0), more: false };
}

/** What kind of deed an entry is: a grant may be given, changed or ended by one verb. */
export function deedOf(entry: AuditEntry): string {
  if (entry.verb !== 'access.grant-manage') {
    return entry.verb;
  }
  if (entry.before && entry.after) {
    return 'grantChanged';
  }
  return entry.before ? 'grantEnded' : 'grantGiven';
}

/** Whose grant an entry is about and where it held last; undefined for what is about no grant. */
export function grantOf(entry: AuditEntry):
  | {
      readonly subject: string;
      readonly tiers: readonly string[];
      readonly clusters: readonly string[];
      readonly tags: readonly string[];
    }
  | undefined {
  const { object } = entry;
  if (object?.kind !== 'Grant') {
    return undefined;
  }
  const { where } = entry.after ?? entry.before ?? {};
  const named = (key: string): string[] => {
    const values: unknown =
      typeof where === 'object' && where !== null && key in where
        ? (where as Record<string, unknown>)[key]
        : [];
    return Array.isArray(values) ? values.map(String) : [];
  };
  return {
    subject: object.name,
    tiers: named('tiers'),
    clusters: named('clusters'),
    tags: named('tags'),
  };
}

function flatten(
  value: Readonly<Record<string, unknown>>,
  prefix: string,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      flatten(inner as Record<string, unknown>, `${name}.`).forEach(
        (text, path) => found.set(path, text),
      );
    } else if (inner !== undefined && inner !== null) {
      found.set(name, Array.isArray(inner) ? inner.join(', ') : String(inner));
    }
  }
  return found;
}
