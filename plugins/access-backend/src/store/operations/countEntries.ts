import { Knex } from 'knex';
import { EntryCounts, EntryFilter } from '../types';
import { filterEntries } from './filterEntries';

/** How many entries a filter has, all and those that did not end well. */
export async function countEntries(
  knex: Knex,
  filter: EntryFilter,
): Promise<EntryCounts> {
  const rows: { outcome: string; n: number | string }[] = await filterEntries(
    knex,
    knex('access_audit').select('outcome').count({ n: '*' }),
    filter,
  ).groupBy('outcome');
  const of = (outcome: string) =>
    Number(rows.find(row => row.outcome === outcome)?.n ?? 0);
  return {
    total: rows.reduce((sum, row) => sum + Number(row.n), 0),
    failed: of('failed'),
    refused: of('refused'),
  };
}
