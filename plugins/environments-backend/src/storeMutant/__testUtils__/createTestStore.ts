import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { DatabaseEnvironmentStore } from '../DatabaseEnvironmentStore';

/**
 * A store of its own in the memory of the process.
 *
 * @param options - `now`: the clock of leases, due times and history in place of that of SQLite;
 * `answerLimitMs`: for how long its answers are awaited
 * @returns `stop` closes the database; `knex` is for looking behind the interface
 */
export async function createTestStore(
  options: {
    readonly now?: () => number;
    readonly answerLimitMs?: number;
  } = {},
): Promise<{
  readonly store: DatabaseEnvironmentStore;
  readonly knex: Knex;
  stop(): Promise<void>;
}> {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const store = await DatabaseEnvironmentStore.create({
    database: mockServices.database({ knex }),
    ...options,
  });
  return { store, knex, stop: () => knex.destroy() };
}
