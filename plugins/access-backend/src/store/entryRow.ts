import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { StoredEntry } from './types';

/** A row of `access_audit`. */
export interface EntryRow {
  readonly id: string;
  readonly at: string;
  readonly ended_at: string | null;
  readonly who: string;
  readonly who_title: string;
  readonly verb: string;
  readonly entity_ref: string | null;
  readonly cluster: string | null;
  readonly namespace: string | null;
  readonly object: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly outcome: AuditEntry['outcome'];
  readonly why: string | null;
  readonly reason: string | null;
  readonly request_id: string | null;
  readonly search: string;
}

/** A row of `access_audit_refs`. */
export interface EntryRefRow {
  readonly entry_id: string;
  readonly kind: 'domain' | 'department' | 'cluster';
  readonly ref: string;
}

/** Stands for every domain among the refs of an entry. */
export const EVERY_DOMAIN = '*';

/**
 * Writes an entry as a row. Nothing that somebody typed may keep an entry out of the record, and PostgreSQL holds every
 * character but the one with the number 0.
 */
export function toEntryRow(entry: StoredEntry): EntryRow {
  const { environment, object } = entry;
  return storable({
    id: entry.id,
    at: entry.at,
    ended_at: entry.endedAt ?? null,
    who: entry.who.ref,
    who_title: entry.who.title,
    verb: entry.verb,
    entity_ref: entry.entityRef ?? null,
    cluster: environment?.cluster ?? null,
    namespace: environment?.namespace ?? null,
    object: toJson(object),
    before: toJson(entry.before),
    after: toJson(entry.after),
    outcome: entry.outcome,
    why: entry.why ?? null,
    reason: entry.reason ?? null,
    request_id: entry.requestId ?? null,
    search: [
      entry.who.title,
      entry.who.ref,
      entry.entityRef,
      object?.name,
      entry.why,
      entry.reason,
      entry.requestId,
    ]
      .filter(text => text !== undefined)
      .join(' ')
      .toLocaleLowerCase('en-US'),
  });
}

/** A row whose texts every database can hold. */
export function storable<T extends object>(row: T): T {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
    ]),
  ) as T;
}

/** What an entry is about, as rows. */
export function toEntryRefRows(entry: StoredEntry): EntryRefRow[] {
  const domains = entry.domains.length > 0 ? entry.domains : [EVERY_DOMAIN];
  const clusters = new Set(entry.clusters);
  if (entry.environment) {
    clusters.add(entry.environment.cluster);
  }
  const rows = (kind: EntryRefRow['kind'], refs: Iterable<string>) =>
    [...new Set(refs)].map(ref => storable({ entry_id: entry.id, kind, ref }));
  return [
    ...rows('domain', domains),
    ...rows('department', entry.departments),
    ...rows('cluster', clusters),
  ];
}

/** Reads what {@link toEntryRow} and {@link toEntryRefRows} wrote. */
export function fromEntryRow(
  row: EntryRow,
  refs: readonly EntryRefRow[],
): AuditEntry {
  const of = (kind: EntryRefRow['kind']) =>
    refs.filter(one => one.kind === kind).map(({ ref }) => ref);
  return {
    id: row.id,
    at: row.at,
    endedAt: row.ended_at ?? undefined,
    who: { ref: row.who, title: row.who_title },
    departments: of('department'),
    verb: row.verb,
    domains: of('domain').filter(ref => ref !== EVERY_DOMAIN),
    entityRef: row.entity_ref ?? undefined,
    environment:
      row.cluster === null
        ? undefined
        : { cluster: row.cluster, namespace: row.namespace ?? undefined },
    object: fromJson(row.object),
    before: fromJson(row.before),
    after: fromJson(row.after),
    outcome: row.outcome,
    why: row.why ?? undefined,
    reason: row.reason ?? undefined,
    requestId: row.request_id ?? undefined,
  };
}

/** Writes what may be absent. */
export function toJson(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}

function fromJson<T extends object>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}
