import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';

/** For how long those that are gone are still told, in milliseconds: whoever looks every second does not miss one. */
const FAREWELL_MS = 60_000;

/** Ids with versions of all that are not gone, and of those that went a moment ago. */
export async function listHeads(
  knex: Knex,
  clock: DatabaseClock,
): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; version: number }[] = await knex('environments')
    .select('id', 'version')
    .whereNull('gone_at')
    .orWhere('gone_at', '>=', clock.after(knex, -FAREWELL_MS));
  return new Map(rows.map(row => [row.id, row.version]));
}
