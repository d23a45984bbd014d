import { Knex } from 'knex';
import { fromCursor, toCursor } from '../cursors';
import { EnvironmentRow, fromRow } from '../environmentRow';
import { ListQuery, StoredEnvironment, StoredPage } from '../types';
import { filterEnvironments } from './filterEnvironments';

/** What is pinned has no end, and comes after everything that has one. */
const ENDLESS = Number.MAX_SAFE_INTEGER;
const ENDS_AT = `CASE WHEN pinned THEN ${ENDLESS} ELSE expires_at END`;

/** A page of environments, least life left first. */
export async function listEnvironments(
  knex: Knex,
  query: ListQuery,
): Promise<StoredPage<StoredEnvironment>> {
  const { limit, cursor } = query;
  const [{ n }] = await filterEnvironments(
    knex,
    knex('environments').count({ n: '*' }),
    query,
  );
  const page = filterEnvironments(
    knex,
    knex<EnvironmentRow>('environments').select('environments.*'),
    query,
  );
  if (cursor !== undefined) {
    const { endsAt, id } = fromCursor(cursor);
    page.where(later =>
      later
        .whereRaw(`${ENDS_AT} > ?`, [endsAt])
        .orWhere(same =>
          same.whereRaw(`${ENDS_AT} = ?`, [endsAt]).where('id', '>', id),
        ),
    );
  }
  const rows: EnvironmentRow[] = await page
    .orderByRaw(ENDS_AT)
    .orderBy('id')
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(fromRow);
  const last = items.at(-1);
  return {
    items,
    total: Number(n),
    nextCursor:
      last && rows.length > limit
        ? toCursor({
            endsAt: last.pinned ? ENDLESS : last.expiresAt,
            id: last.id,
          })
        : undefined,
  };
}
