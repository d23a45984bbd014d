import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  HistoryEntry,
  Operation,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { Knex } from 'knex';
import { askDatabase } from './askDatabase';
import { DatabaseClock } from './DatabaseClock';
import { fromRow } from './environmentRow';
import {
  dropRequest,
  keepAnswer,
  pruneAnswers,
  takeRequest,
} from './operations/answerOnce';
import {
  claimEnvironment,
  heartbeatLease,
  releaseLease,
} from './operations/claimEnvironment';
import { countEnvironments } from './operations/countEnvironments';
import { createEnvironment } from './operations/createEnvironment';
import { findDigestKey } from './operations/findDigestKey';
import { addDuration, listDurations } from './operations/listDurations';
import { listEnvironments } from './operations/listEnvironments';
import { listHeads } from './operations/listHeads';
import { listHistory, listHistorySince } from './operations/listHistory';
import { pruneEnvironments } from './operations/pruneEnvironments';
import { writeEnvironment } from './operations/writeEnvironment';
import {
  ClaimedEnvironment,
  CountLimits,
  Counts,
  CreateRefusal,
  EnvironmentChange,
  EnvironmentStore,
  Lease,
  LeaseState,
  ListQuery,
  PlanMaterial,
  StoredEnvironment,
  StoredPage,
  WriteGuard,
} from './types';

/** Less than a lease, so that its holder learns before the end of it that the database hangs. */
const ANSWER_LIMIT_MS = 10_000;

/** Keeps environments in SQLite or PostgreSQL. */
export class DatabaseEnvironmentStore implements EnvironmentStore {
  readonly #knex: Knex;
  readonly #clock: DatabaseClock;
  readonly #answerLimitMs: number;

  /**
   * Brings the tables to the version of this package first.
   *
   * @param options - `now`: a clock in place of that of the database, for tests; `answerLimitMs`: for how long an answer of
   * the database is awaited
   */
  static async create(options: {
    readonly database: DatabaseService;
    readonly now?: () => number;
    readonly answerLimitMs?: number;
  }): Promise<DatabaseEnvironmentStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@domaindeck/backstage-plugin-environments-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseEnvironmentStore(
      knex,
      DatabaseClock.create(knex, options.now),
      options.answerLimitMs ?? ANSWER_LIMIT_MS,
    );
  }

  private constructor(knex: Knex, clock: DatabaseClock, answerLimitMs: number) {
    this.#knex = knex;
    this.#clock = clock;
    this.#answerLimitMs = answerLimitMs;
  }

  create(
    environment: Omit<StoredEnvironment, 'version' | 'wish'>,
    change: Pick<EnvironmentChange, 'history' | 'steps'>,
    limits: CountLimits,
  ): Promise<StoredEnvironment | CreateRefusal> {
    return this.#together(tx =>
      createEnvironment(tx, this.#clock, environment, change, limits),
    );
  }

  find(id: string): Promise<StoredEnvironment | undefined> {
    return this.#ask(async knex => {
      const row = await knex('environments').where({ id }).first();
      return row && fromRow(row);
    });
  }

  list(query: ListQuery): Promise<StoredPage<StoredEnvironment>> {
    return this.#ask(knex => listEnvironments(knex, query));
  }

  counts(whose: {
    readonly person: string;
    readonly group?: string;
    readonly domain: string;
  }): Promise<Counts> {
    return this.#ask(knex => countEnvironments(knex, whose));
  }

  heads(): Promise<ReadonlyMap<string, number>> {
    return this.#ask(knex => listHeads(knex, this.#clock));
  }

  write(
    id: string,
    guard: WriteGuard,
    change: EnvironmentChange,
    wish: boolean = false,
  ): Promise<StoredEnvironment | undefined> {
    return this.#together(tx =>
      writeEnvironment(tx, this.#clock, id, guard, change, wish),
    );
  }

  steps(id: string): Promise<readonly Step[]> {
    return this.#ask(async knex => {
      const row = await knex('environment_steps')
        .where({ environment_id: id })
        .first();
      return row ? JSON.parse(row.steps) : [];
    });
  }

  material(id: string): Promise<PlanMaterial | undefined> {
    return this.#ask(async knex => {
      const row = await knex('environment_materials')
        .where({ environment_id: id })
        .first();
      return row && JSON.parse(row.material);
    });
  }

  history(
    id: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<StoredPage<HistoryEntry>> {
    return this.#ask(knex => listHistory(knex, id, page));
  }

  historySince(
    id: string,
    entryId: string | undefined,
  ): Promise<readonly HistoryEntry[]> {
    return this.#ask(knex => listHistorySince(knex, id, entryId));
  }

  durations(cluster: string, operation: Operation): Promise<readonly number[]> {
    return this.#ask(knex => listDurations(knex, cluster, operation));
  }

  addDuration(
    cluster: string,
    operation: Operation,
    seconds: number,
  ): Promise<void> {
    return this.#together(tx => addDuration(tx, cluster, operation, seconds));
  }

  claim(
    worker: string,
    leaseMs: number,
  ): Promise<ClaimedEnvironment | undefined> {
    return this.#ask(knex =>
      claimEnvironment(knex, this.#clock, worker, leaseMs),
    );
  }

  heartbeat(lease: Lease, leaseMs: number): Promise<LeaseState> {
    return this.#ask(knex => heartbeatLease(knex, this.#clock, lease, leaseMs));
  }

  release(lease: Lease): Promise<void> {
    return this.#ask(knex => releaseLease(knex, lease));
  }

  async once(
    key: string,
    request: string,
    answer: () => Promise<string>,
  ): Promise<string> {
    const taken = await this.#together(tx =>
      takeRequest(tx, this.#clock, key, request),
    );
    if ('answer' in taken) {
      return taken.answer;
    }
    const { token } = taken;
    let given: string;
    try {
      given = await answer();
    } catch (error) {
      // Without the database the request is free again a little later; why it failed matters more.
      await this.#ask(knex => dropRequest(knex, token)).catch(() => {});
      throw error;
    }
    // The work is done and whoever asked is told so, even when nobody could be told again.
    await this.#ask(knex => keepAnswer(knex, this.#clock, token, given)).catch(
      () => {},
    );
    return given;
  }

  digestKey(): Promise<string> {
    return this.#ask(findDigestKey);
  }

  prune(goneForMs: number): Promise<number> {
    return this.#together(async tx => {
      await pruneAnswers(tx, this.#clock);
      return pruneEnvironments(tx, this.#clock, goneForMs);
    });
  }

  #ask<T>(work: (knex: Knex) => Promise<T>): Promise<T> {
    return askDatabase(this.#answerLimitMs, () => work(this.#knex));
  }

  #together<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return askDatabase(this.#answerLimitMs, () => this.#knex.transaction(work));
  }
}
