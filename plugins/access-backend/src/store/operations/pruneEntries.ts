import { Knex } from 'knex';

/** Deletes the entries from before a time, and tells how many. */
export async function pruneEntries(knex: Knex, before: Date): Promise<number> {
  const old = knex('access_audit')
    .select('id')
    .where('at', '<', before.toISOString());
  // SQLite follows foreign keys only when it is told to.
  await knex('access_audit_refs').whereIn('entry_id', old.clone()).delete();
  return knex('access_audit').where('at', '<', before.toISOString()).delete();
}
