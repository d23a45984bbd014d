import { HistoryEntry } from '@domaindeck/backstage-plugin-environments-common';
import { Knex } from 'knex';
import { toEntryId } from '../cursors';
import { NewHistoryEntry, StoredPage } from '../types';

interface HistoryRow {
  readonly id: number | string;
  readonly environment_id: string;
  readonly at: number | string;
  readonly entry: string;
}

/** A page of what happened to an environment, newest first. */
export async function listHistory(
  knex: Knex,
  environmentId: string,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<StoredPage<HistoryEntry>> {
  const { limit, cursor } = page;
  const [{ n }] = await entriesOf(knex, environmentId).count({ n: '*' });
  const query = entriesOf(knex, environmentId);
  if (cursor !== undefined) {
    query.where('id', '<', toEntryId(cursor));
  }
  const rows = await query.orderBy('id', 'desc').limit(limit + 1);
  const items = rows.slice(0, limit).map(fromHistoryRow);
  return {
    items,
    total: Number(n),
    nextCursor: rows.length > limit ? items.at(-1)?.id : undefined,
  };
}

/** What happened after an entry, oldest first; everything without one. */
export async function listHistorySince(
  knex: Knex,
  environmentId: string,
  entryId: string | undefined,
): Promise<HistoryEntry[]> {
  const query = entriesOf(knex, environmentId);
  if (entryId !== undefined) {
    query.where('id', '>', toEntryId(entryId));
  }
  return (await query.orderBy('id')).map(fromHistoryRow);
}

function entriesOf(knex: Knex, environmentId: string) {
  return knex<HistoryRow>('environment_history').where({
    environment_id: environmentId,
  });
}

function fromHistoryRow(row: HistoryRow): HistoryEntry {
  return {
    ...(JSON.parse(row.entry) as NewHistoryEntry),
    id: String(row.id),
    at: new Date(Number(row.at)).toISOString(),
  };
}
