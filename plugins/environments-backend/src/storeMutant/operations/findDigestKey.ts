import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';

/** The one key of this database; the first who asks makes it. */
export async function findDigestKey(knex: Knex): Promise<string> {
  await knex('environment_keys')
    .insert({ id: 1, value: randomBytes(32).toString('base64url') })
    .onConflict('id')
    .ignore();
  const { value } = await knex('environment_keys').where({ id: 1 }).first();
  return value;
}
