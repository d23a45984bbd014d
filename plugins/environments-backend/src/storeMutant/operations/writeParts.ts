import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';
import { EnvironmentChange } from '../types';

/**
 * Writes what a change holds beside the row: steps, history, material.
 *
 * @param tx - has written the row before, so that entries of one environment get their ids one after the other
 */
export async function writeParts(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  id: string,
  change: Pick<EnvironmentChange, 'steps' | 'history' | 'material'>,
): Promise<void> {
  const { steps, history, material } = change;
  if (steps) {
    await tx('environment_steps')
      .insert({ environment_id: id, steps: JSON.stringify(steps) })
      .onConflict('environment_id')
      .merge();
  }
  if (material) {
    await tx('environment_materials')
      .insert({ environment_id: id, material: JSON.stringify(material) })
      .onConflict('environment_id')
      .merge();
  }
  for (const entry of history ?? []) {
    await tx('environment_history').insert({
      environment_id: id,
      at: clock.now(tx),
      entry: JSON.stringify(entry),
    });
  }
}

/** Replaces the people by whom lists are filtered. */
export async function writeCollaborators(
  tx: Knex.Transaction,
  id: string,
  refs: readonly string[],
): Promise<void> {
  await tx('environment_collaborators').where({ environment_id: id }).delete();
  // Databases bound the values of one statement; SQLite at 999 in old versions.
  await tx.batchInsert(
    'environment_collaborators',
    [...new Set(refs)].map(ref => ({ environment_id: id, ref })),
    200,
  );
}
