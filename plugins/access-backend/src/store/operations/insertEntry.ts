import { Knex } from 'knex';
import { toEntryRefRows, toEntryRow } from '../entryRow';
import { StoredEntry } from '../types';

/** Writes an entry of the record with what it is about. */
export async function insertEntry(
  knex: Knex,
  entry: StoredEntry,
): Promise<void> {
  await knex('access_audit').insert(toEntryRow(entry));
  // Databases bound the values of one statement; SQLite at 999 in old versions.
  await knex.batchInsert('access_audit_refs', toEntryRefRows(entry), 200);
}
