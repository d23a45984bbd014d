import { Knex } from 'knex';
import { DatabaseClock } from '../DatabaseClock';
import { EnvironmentRow, fromRow, toColumns } from '../environmentRow';
import {
  CountLimits,
  CreateRefusal,
  EnvironmentChange,
  StoredEnvironment,
} from '../types';
import { countEnvironments } from './countEnvironments';
import { writeCollaborators, writeParts } from './writeParts';

/** Writes a new environment, or tells why not. */
export async function createEnvironment(
  tx: Knex.Transaction,
  clock: DatabaseClock,
  environment: Omit<StoredEnvironment, 'version' | 'wish'>,
  change: Pick<EnvironmentChange, 'history' | 'steps'>,
  limits: CountLimits,
): Promise<StoredEnvironment | CreateRefusal> {
  // Whoever changes this row first makes the others wait until the end of the transaction, on every replica.
  await tx('environment_creations').where({ id: 1 }).increment('count', 1);
  const refusal =
    (await nameRefusal(tx, environment)) ??
    (await countRefusal(tx, environment, limits));
  if (refusal) {
    return refusal;
  }
  const { id, state, collaborators } = environment;
  const [row] = await tx<EnvironmentRow>('environments')
    .insert({
      ...toColumns(environment),
      id,
      version: 1,
      wish: 1,
      // Knex has no type for a statement as a value of an insert.
      ...(state === 'gone' ? { gone_at: clock.now(tx) as never } : {}),
    })
    .returning('*');
  await writeCollaborators(tx, id, collaborators);
  await writeParts(tx, clock, id, change);
  return fromRow(row);
}

async function nameRefusal(
  tx: Knex.Transaction,
  environment: Pick<
    StoredEnvironment,
    'name' | 'domain' | 'cluster' | 'namespace'
  >,
): Promise<CreateRefusal | undefined> {
  const { name, domain, cluster, namespace } = environment;
  const taken = async (where: Readonly<Record<string, string>>) =>
    (await tx('environments').where(where).whereNull('gone_at').limit(1))
      .length > 0;
  if (await taken({ domain, cluster, name })) {
    return { refused: 'name-taken' };
  }
  return (await taken({ cluster, namespace }))
    ? { refused: 'namespace-taken' }
    : undefined;
}

async function countRefusal(
  tx: Knex.Transaction,
  environment: Pick<StoredEnvironment, 'creator' | 'owner' | 'domain'>,
  limits: CountLimits,
): Promise<CreateRefusal | undefined> {
  const counts = await countEnvironments(tx, {
    person: environment.creator,
    group: environment.owner,
    domain: environment.domain,
  });
  const refused = (
    whose: 'person' | 'group' | 'domain',
  ): CreateRefusal | undefined => {
    const limit = limits[whose];
    return limit !== undefined && counts[whose] >= limit
      ? { refused: `quota-${whose}`, used: counts[whose], limit }
      : undefined;
  };
  return (
    refused('person') ??
    (environment.owner === undefined ? undefined : refused('group')) ??
    refused('domain')
  );
}
