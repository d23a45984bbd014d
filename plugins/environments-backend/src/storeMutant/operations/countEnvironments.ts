import { Knex } from 'knex';
import { Counts } from '../types';

/** How many environments there are of a person, a group and in a domain, without those that are gone. */
export async function countEnvironments(
  knex: Knex,
  whose: {
    readonly person: string;
    readonly group?: string;
    readonly domain: string;
  },
): Promise<Counts> {
  const count = async (where: Readonly<Record<string, string>>) => {
    const [row] = await knex('environments')
      .where(where)
      .whereNull('gone_at')
      .count({ n: '*' });
    return Number(row.n);
  };
  return {
    person: await count({ creator: whose.person }),
    group: whose.group === undefined ? 0 : await count({ owner: whose.group }),
    domain: await count({ domain: whose.domain }),
  };
}
