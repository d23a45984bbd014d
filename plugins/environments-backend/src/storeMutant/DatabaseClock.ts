import { Knex } from 'knex';

/** Milliseconds since the epoch as the clock of the database has them, so that clocks of backends may differ. */
export class DatabaseClock {
  readonly #now: (knex: Knex) => Knex.Raw;

  /** @param fixed - a clock in place of that of the database; for tests */
  static create(knex: Knex, fixed?: () => number): DatabaseClock {
    if (fixed) {
      return new DatabaseClock(one => one.raw('CAST(? AS bigint)', [fixed()]));
    }
    const sql = isPostgres(knex)
      ? 'CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS bigint)'
      : "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)";
    return new DatabaseClock(one => one.raw(sql));
  }

  private constructor(now: (knex: Knex) => Knex.Raw) {
    this.#now = now;
  }

  /** Now, as a part of a statement. */
  now(knex: Knex): Knex.Raw {
    return this.#now(knex);
  }

  /** Some milliseconds from now, before it when negative. */
  after(knex: Knex, ms: number): Knex.Raw {
    return knex.raw('(? + CAST(? AS bigint))', [this.#now(knex), ms]);
  }
}

/** What differs between the two databases that we know. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
