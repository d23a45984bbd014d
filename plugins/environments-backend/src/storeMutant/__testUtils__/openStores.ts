import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { DatabaseEnvironmentStore } from '../DatabaseEnvironmentStore';

/**
 * The databases on which a test runs: SQLite, and PostgreSQL where BACKSTAGE_TEST_DATABASE_POSTGRES14_CONNECTION_STRING
 * names one. To be called outside of tests.
 */
export function storeDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_14'],
    disableDocker: true,
  });
}

/**
 * Opens an empty database as two backends do that share it.
 *
 * @param now - a clock in place of that of the database
 */
export async function openStores(
  databases: TestDatabases,
  id: TestDatabaseId,
  now?: () => number,
): Promise<{
  readonly knex: Knex;
  readonly store: DatabaseEnvironmentStore;
  readonly other: DatabaseEnvironmentStore;
}> {
  const knex = await databases.init(id);
  const open = () =>
    DatabaseEnvironmentStore.create({
      database: mockServices.database({ knex }),
      now,
    });
  return { knex, store: await open(), other: await open() };
}
