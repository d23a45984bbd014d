import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  AuditEnd,
  AuditEntry,
} from '@domaindeck/backstage-plugin-access-common';
import { Knex } from 'knex';
import { fromGrantRow, GrantRow, toGrantRow } from './grantRow';
import { answerOnce, findAnswer } from './operations/answerOnce';
import { countEntries } from './operations/countEntries';
import { endEntry } from './operations/endEntry';
import { insertEntry } from './operations/insertEntry';
import { listEntries } from './operations/listEntries';
import { pruneEntries } from './operations/pruneEntries';
import {
  AccessStore,
  EntryCounts,
  EntryFilter,
  EntryPlace,
  GrantWriter,
  RepeatableRequest,
  StoredEntry,
  StoredGrant,
} from './types';

/** Keeps the rows in SQLite or PostgreSQL. */
export class DatabaseAccessStore implements AccessStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  /** Brings the tables to the version of this package first. */
  static async create(options: {
    database: DatabaseService;
    now: () => Date;
  }): Promise<DatabaseAccessStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@domaindeck/backstage-plugin-access-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseAccessStore(knex, options.now);
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  listGrants(): Promise<StoredGrant[]> {
    return listGrants(this.#knex);
  }

  write<T>(
    work: (writer: GrantWriter) => Promise<T>,
    repeat?: RepeatableRequest,
  ): Promise<T> {
    return this.#knex.transaction(async tx => {
      // Whoever changes this row first makes the others wait until the end of the transaction, on every replica.
      await tx('access_writes').where({ id: 1 }).increment('count', 1);
      const run = () => work(writerOf(tx));
      return repeat ? answerOnce(tx, repeat, this.#now(), run) : run();
    });
  }

  async findAnswer<T>(repeat: RepeatableRequest): Promise<T | undefined> {
    return (await findAnswer<T>(this.#knex, repeat, this.#now()))?.value;
  }

  insertEntry(entry: StoredEntry): Promise<void> {
    return this.#knex.transaction(tx => insertEntry(tx, entry));
  }

  endEntry(id: string, end: AuditEnd): Promise<void> {
    return endEntry(this.#knex, id, end, this.#now());
  }

  listEntries(
    filter: EntryFilter,
    page: { readonly limit: number; readonly after?: EntryPlace },
  ): Promise<AuditEntry[]> {
    return listEntries(this.#knex, filter, page);
  }

  countEntries(filter: EntryFilter): Promise<EntryCounts> {
    return countEntries(this.#knex, filter);
  }

  prune(before: Date): Promise<number> {
    return this.#knex.transaction(tx => pruneEntries(tx, before));
  }
}

function writerOf(tx: Knex.Transaction): GrantWriter {
  return {
    listGrants: () => listGrants(tx),
    insertGrant: grant => tx('access_grants').insert(toGrantRow(grant)),
    updateGrant: async grant => {
      await tx('access_grants')
        .where({ id: grant.id })
        .update(toGrantRow(grant));
    },
    deleteGrant: async id => {
      await tx('access_grants').where({ id }).delete();
    },
    insertEntry: entry => insertEntry(tx, entry),
  };
}

async function listGrants(knex: Knex): Promise<StoredGrant[]> {
  const rows = await knex<GrantRow>('access_grants')
    .orderBy('at')
    .orderBy('id');
  return rows.map(fromGrantRow);
}
