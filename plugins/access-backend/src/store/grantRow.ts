import { GrantScope } from '@domaindeck/backstage-plugin-access-common';
import { StoredGrant } from './types';

/** A row of `access_grants`. */
export interface GrantRow {
  readonly id: string;
  readonly subject: string;
  readonly domains: string;
  readonly scope: string;
  readonly role: string;
  readonly until: string | null;
  readonly why: string;
  readonly by: string;
  readonly at: string;
  readonly revision: number;
}

/** Writes a grant as a row. */
export function toGrantRow(grant: StoredGrant): GrantRow {
  return {
    id: grant.id,
    subject: grant.subject,
    domains: JSON.stringify(grant.domains),
    scope: JSON.stringify(grant.where),
    role: grant.role,
    until: grant.until ?? null,
    why: grant.why,
    by: grant.by,
    at: grant.at,
    revision: grant.revision,
  };
}

/** Reads what {@link toGrantRow} wrote. */
export function fromGrantRow(row: GrantRow): StoredGrant {
  return {
    id: row.id,
    subject: row.subject,
    domains: JSON.parse(row.domains) as StoredGrant['domains'],
    where: JSON.parse(row.scope) as GrantScope,
    role: row.role,
    until: row.until ?? undefined,
    why: row.why,
    by: row.by,
    at: row.at,
    revision: row.revision,
  };
}
