import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { DatabaseClock, isPostgres } from '../DatabaseClock';
import { EnvironmentRow, fromRow } from '../environmentRow';
import { ClaimedEnvironment, Lease, LeaseState } from '../types';

/** Takes the environment that is due longest and that nobody holds. */
export async function claimEnvironment(
  knex: Knex,
  clock: DatabaseClock,
  worker: string,
  leaseMs: number,
): Promise<ClaimedEnvironment | undefined> {
  const due = knex('environments')
    .select('id')
    .where('due_at', '<=', clock.now(knex))
    .where(free =>
      free
        .whereNull('lease_until')
        .orWhere('lease_until', '<=', clock.now(knex)),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(1);
  if (isPostgres(knex)) {
    // Others take the next one meanwhile; SQLite has one writer at a time anyway.
    due.forUpdate().skipLocked();
  }
  const token = randomUUID();
  const [row] = await knex<EnvironmentRow>('environments')
    .where('id', due)
    .update({
      lease_worker: worker,
      lease_token: token,
      lease_until: clock.after(knex, leaseMs),
    })
    .returning('*');
  return (
    row && {
      environment: fromRow(row),
      lease: { environmentId: row.id, worker, token, wish: row.wish },
      at: Number(row.lease_until) - leaseMs,
    }
  );
}

/**
 * Holds a lease for longer. One that has run out and that nobody took is as good as before: another token would be there
 * if anybody had worked in between.
 */
export async function heartbeatLease(
  knex: Knex,
  clock: DatabaseClock,
  lease: Lease,
  leaseMs: number,
): Promise<LeaseState> {
  const [row] = await leased(knex, lease)
    .update({ lease_until: clock.after(knex, leaseMs) })
    .returning('wish');
  if (!row) {
    return 'lost';
  }
  return row.wish === lease.wish ? 'held' : 'changed';
}

/** Gives a lease back; one that somebody else took since stays theirs. */
export async function releaseLease(knex: Knex, lease: Lease): Promise<void> {
  await leased(knex, lease).update({
    lease_worker: null,
    lease_token: null,
    lease_until: null,
  });
}

function leased(knex: Knex, lease: Lease) {
  return knex<EnvironmentRow>('environments').where({
    id: lease.environmentId,
    lease_token: lease.token,
  });
}
