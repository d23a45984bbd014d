import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';
import {
  changedColumns,
  EnvironmentRow,
  fromRow,
  toColumns,
} from '../environmentRow';
import { EnvironmentChange, StoredEnvironment, WriteGuard } from '../types';
import { writeCollaborators, writeParts } from './writeParts';

/** Writes a change while its guard holds; else nothing. */
export async function writeEnvironment(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  id: string,
  guard: WriteGuard,
  change: EnvironmentChange,
  wish: boolean,
): Promise<StoredEnvironment | undefined> {
  // The first statement locks the row, so what it gives back is still so when the second one runs.
  const [row] = await tx<EnvironmentRow>('environments')
    .where({ id, ...toWhere(guard) })
    .update({
      version: tx.raw('version + 1'),
      ...(wish ? { wish: tx.raw('wish + 1') } : {}),
    })
    .returning('*');
  if (!row) {
    return undefined;
  }
  const before = fromRow(row);
  const after = applyFields(before, change.fields);
  const columns = {
    ...changedColumns(toColumns(before), toColumns(after)),
    ...goneColumn(tx, clock, row, after),
    // A wish is due at once, whatever the clock of the backend says that took it.
    ...(wish && change.fields?.dueAt === undefined
      ? { due_at: clock.now(tx) }
      : {}),
  };
  const [written] =
    Object.keys(columns).length === 0
      ? [row]
      : await tx<EnvironmentRow>('environments')
          .where({ id })
          .update(columns)
          .returning('*');
  if (columns.collaborators !== undefined) {
    await writeCollaborators(tx, id, after.collaborators);
  }
  await writeParts(tx, clock, id, change);
  return fromRow(written);
}

/** A lease is worth nothing once somebody asked for other work: its holder must not write over the wish. */
function toWhere(guard: WriteGuard): Partial<EnvironmentRow> {
  return 'lease' in guard
    ? { wish: guard.lease.wish }
    : { version: guard.version };
}

function applyFields(
  before: StoredEnvironment,
  fields: EnvironmentChange['fields'] = {},
): StoredEnvironment {
  const { unset = [], ...given } = fields;
  return {
    ...before,
    ...Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ),
    ...Object.fromEntries(unset.map(name => [name, undefined])),
  };
}

function goneColumn(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  row: EnvironmentRow,
  after: StoredEnvironment,
): { gone_at?: Knex.Raw | null } {
  if ((after.state === 'gone') === (row.gone_at !== null)) {
    return {};
  }
  return { gone_at: after.state === 'gone' ? clock.now(tx) : null };
}
