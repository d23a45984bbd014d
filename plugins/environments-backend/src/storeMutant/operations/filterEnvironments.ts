import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { ListQuery, RecordFilter } from '../types';

/**
 * Narrows a query over `environments` to what is listed.
 * @throws InputError for a text that no database holds
 */
export function filterEnvironments(
  knex: Knex,
  query: Knex.QueryBuilder,
  listed: Pick<ListQuery, 'filter' | 'domain' | 'person' | 'states' | 'text'>,
): Knex.QueryBuilder {
  const { filter, domain, person, states, text } = listed;
  if (filter) {
    query.where(one => applyFilter(knex, one, filter));
  }
  if (domain !== undefined) {
    query.where({ domain });
  }
  if (person !== undefined) {
    query.where(any =>
      any
        .where({ creator: person })
        .orWhereExists(collaborations(knex, [person])),
    );
  }
  if (states) {
    query.whereIn('state', [...states]);
  } else {
    query.whereNull('gone_at');
  }
  if (text?.includes('\0')) {
    // PostgreSQL refuses it, and SQLite would compare what stands before it.
    throw new InputError('A text holds the character with the number 0');
  }
  if (text) {
    query.where(any => applyText(any, text.toLocaleLowerCase('en-US')));
  }
  return query;
}

function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: RecordFilter,
): void {
  if ('allOf' in filter) {
    query.whereRaw('1 = 1');
    filter.allOf.forEach(part =>
      query.where(one => applyFilter(knex, one, part)),
    );
  } else if ('anyOf' in filter) {
    query.whereRaw('1 = 0');
    filter.anyOf.forEach(part =>
      query.orWhere(one => applyFilter(knex, one, part)),
    );
  } else if ('not' in filter) {
    query.whereNot(one => applyFilter(knex, one, filter.not));
  } else if ('collaborators' in filter) {
    query.whereExists(collaborations(knex, filter.collaborators));
  } else {
    // Without it the opposite of "owned by one of these" would leave out what nobody owns.
    query.whereNotNull(filter.field).whereIn(filter.field, [...filter.values]);
  }
}

/** Refs are written as `kind:namespace/name`; kind and namespace would make nearly every text match. */
function applyText(query: Knex.QueryBuilder, text: string): void {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  query
    .whereRaw("name LIKE ? ESCAPE '\\'", [pattern])
    .orWhereRaw("service_names LIKE ? ESCAPE '\\'", [pattern])
    .orWhereRaw("creator LIKE ? ESCAPE '\\'", [`%/${pattern}`])
    .orWhere('creator', text);
}

function collaborations(
  knex: Knex,
  refs: readonly string[],
): Knex.QueryBuilder {
  return knex('environment_collaborators')
    .select(knex.raw('1'))
    .whereRaw('environment_collaborators.environment_id = environments.id')
    .whereIn('ref', [...refs]);
}
