import { Operation } from '@domaindeck/backstage-plugin-environments-common';
import { Knex } from 'knex';

/** Enough to tell what is usual, few enough to follow a cluster that changes. */
const KEPT = 20;

interface DurationRow {
  readonly id: number | string;
  readonly cluster: string;
  readonly operation: Operation;
  readonly seconds: number;
}

/** Seconds that each of the last runs took, newest first. */
export async function listDurations(
  knex: Knex,
  cluster: string,
  operation: Operation,
): Promise<number[]> {
  const rows = await knex<DurationRow>('environment_durations')
    .where({ cluster, operation })
    .orderBy('id', 'desc')
    .limit(KEPT);
  return rows.map(row => row.seconds);
}

/** Notes another run, and forgets those that no longer count. */
export async function addDuration(
  tx: Knex.Transaction,
  cluster: string,
  operation: Operation,
  seconds: number,
): Promise<void> {
  await tx<DurationRow>('environment_durations').insert({
    cluster,
    operation,
    seconds,
  });
  const [oldest] = await tx<DurationRow>('environment_durations')
    .where({ cluster, operation })
    .orderBy('id', 'desc')
    .offset(KEPT - 1)
    .limit(1);
  if (oldest) {
    await tx<DurationRow>('environment_durations')
      .where({ cluster, operation })
      .where('id', '<', oldest.id)
      .delete();
  }
}
