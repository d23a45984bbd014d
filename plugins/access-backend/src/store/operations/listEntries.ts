import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { Knex } from 'knex';
import { EntryRefRow, EntryRow, fromEntryRow } from '../entryRow';
import { EntryFilter, EntryPlace } from '../types';
import { filterEntries } from './filterEntries';

/** A page of the record, newest first. */
export async function listEntries(
  knex: Knex,
  filter: EntryFilter,
  page: { readonly limit: number; readonly after?: EntryPlace },
): Promise<AuditEntry[]> {
  const query = filterEntries(
    knex,
    knex<EntryRow>('access_audit').select('access_audit.*'),
    filter,
  );
  const { after } = page;
  if (after) {
    query.where(older =>
      older
        .where('at', '<', after.at)
        .orWhere(same => same.where('at', after.at).where('id', '<', after.id)),
    );
  }
  const rows: EntryRow[] = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  const refs = await knex<EntryRefRow>('access_audit_refs').whereIn(
    'entry_id',
    rows.map(({ id }) => id),
  );
  const byEntry = new Map<string, EntryRefRow[]>(
    rows.map(({ id }) => [id, []]),
  );
  refs.forEach(ref => byEntry.get(ref.entry_id)?.push(ref));
  return rows.map(row => fromEntryRow(row, byEntry.get(row.id) ?? []));
}
