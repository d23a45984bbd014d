import { Knex } from 'knex';
import { EVERY_DOMAIN } from '../entryRow';
import { AuditScope, EntryFilter } from '../types';

/** Narrows a query over `access_audit` to a filter. */
export function filterEntries(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: EntryFilter,
): Knex.QueryBuilder {
  const { who, verb, environment, from, to, outcome, q } = filter;
  query.where(any => {
    // Without a scope nothing may be read.
    any.whereRaw('1 = 0');
    filter.scopes.forEach(scope =>
      any.orWhere(one => inScope(knex, one, scope)),
    );
  });
  if (who) {
    query.where(any =>
      any
        .whereIn('who', [...who])
        .orWhereExists(refs(knex, 'department').whereIn('ref', [...who])),
    );
  }
  if (verb) {
    query.whereIn('verb', [...verb]);
  }
  if (environment) {
    query.where(any =>
      environment.forEach(ref => {
        const [cluster, namespace] = ref.split('/');
        any.orWhere(
          namespace === undefined ? { cluster } : { cluster, namespace },
        );
      }),
    );
  }
  if (from) {
    query.where('at', '>=', normal(from));
  }
  if (to) {
    query.where('at', '<', normal(to));
  }
  if (outcome) {
    query.whereIn('outcome', [...outcome]);
  }
  if (q) {
    const text = q.toLocaleLowerCase('en-US').replace(/[\\%_]/g, '\\$&');
    query.whereRaw("search LIKE ? ESCAPE '\\'", [`%${text}%`]);
  }
  return query;
}

/** Entries of the domains, without those that name a cluster which the caller may not know of. */
function inScope(
  knex: Knex,
  query: Knex.QueryBuilder,
  scope: AuditScope,
): void {
  query
    .whereExists(
      refs(knex, 'domain').whereIn('ref', [...scope.domainRefs, EVERY_DOMAIN]),
    )
    .whereNotExists(
      refs(knex, 'cluster').whereNotIn('ref', [...scope.clusters]),
    );
}

function refs(knex: Knex, kind: string): Knex.QueryBuilder {
  return knex('access_audit_refs')
    .select(knex.raw('1'))
    .whereRaw('access_audit_refs.entry_id = access_audit.id')
    .where('kind', kind);
}

/** The one way of writing a time that the table has. */
function normal(time: string): string {
  return new Date(time).toISOString();
}
