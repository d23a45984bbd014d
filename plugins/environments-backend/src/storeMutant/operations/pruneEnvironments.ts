import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';
import { EnvironmentRow } from '../environmentRow';

const PARTS = [
  'environment_collaborators',
  'environment_steps',
  'environment_materials',
  'environment_history',
];
/** Databases bound the values of one statement; SQLite at 999 in old versions. */
const AT_ONCE = 200;

/** Deletes what is gone for longer than some milliseconds with everything that is kept of it, and tells how many. */
export async function pruneEnvironments(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  goneForMs: number,
): Promise<number> {
  const rows = await tx<EnvironmentRow>('environments')
    .where('gone_at', '<', clock.after(tx, -goneForMs))
    .select('id')
    .forUpdate();
  for (let done = 0; done < rows.length; done += AT_ONCE) {
    const ids = rows.slice(done, done + AT_ONCE).map(({ id }) => id);
    for (const table of PARTS) {
      await tx(table).whereIn('environment_id', ids).delete();
    }
    await tx('environments').whereIn('id', ids).delete();
  }
  return rows.length;
}
