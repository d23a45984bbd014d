import { ConflictError, NotFoundError } from '@backstage/errors';
import { AuditEnd } from '@domaindeck/backstage-plugin-access-common';
import { Knex } from 'knex';
import { EntryRow, storable, toJson } from '../entryRow';

/** Writes how something ended, once. */
export async function endEntry(
  knex: Knex,
  id: string,
  end: AuditEnd,
  now: Date,
): Promise<void> {
  const [row] = await knex<EntryRow>('access_audit').where({ id }).limit(1);
  if (!row) {
    throw new NotFoundError(`The record has no entry "${id}"`);
  }
  const search = [row.search, end.reason, end.object?.name]
    .filter(text => text !== undefined)
    .join(' ');
  const changed = await knex<EntryRow>('access_audit')
    .where({ id, outcome: 'started' })
    .update(
      storable({
        outcome: end.outcome,
        ended_at: now.toISOString(),
        reason: end.reason ?? row.reason,
        before: toJson(end.before) ?? row.before,
        after: toJson(end.after) ?? row.after,
        object: toJson(end.object) ?? row.object,
        search: search.toLocaleLowerCase('en-US'),
      }),
    );
  if (changed === 0) {
    throw new ConflictError(`The entry "${id}" of the record has ended`);
  }
}
