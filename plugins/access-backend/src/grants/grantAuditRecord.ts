import { JsonObject } from '@backstage/types';
import {
  AuditRecord,
  domainsOf,
  Grant,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';
import { GrantPlan } from './GrantPlanner';

/** A change of a grant as the record holds it, and the clusters that it names. */
export interface GrantAudit {
  readonly record: Omit<AuditRecord, 'outcome'>;
  readonly clusters: readonly string[];
}

/** What the record says of a change of a grant. */
export function grantAuditRecord(
  { snapshot, before, after }: GrantPlan,
  about: {
    readonly callerRef: string;
    readonly requestId: string;
    readonly why?: string;
  },
): GrantAudit {
  const grants = [before, after].filter(grant => grant !== undefined);
  const [grant] = grants;
  const why = about.why ?? after?.why;
  return {
    record: {
      who: about.callerRef,
      verb: 'access.grant-manage',
      domains: domainsIn(grants, snapshot.organisation),
      object: {
        kind: 'Grant',
        name: grant?.subject ?? '',
        uid: grant?.id,
      },
      ...(before ? { before: plain(before) } : {}),
      ...(after ? { after: plain(after) } : {}),
      ...(why === undefined ? {} : { why }),
      requestId: about.requestId,
    },
    clusters: [...new Set(grants.flatMap(({ where }) => where.clusters ?? []))],
  };
}

/** Empty for what concerns every domain. */
function domainsIn(
  grants: readonly Grant[],
  organisation: Organisation,
): string[] {
  const domains = grants.map(grant => domainsOf(grant, organisation));
  const lists = domains.filter(list => list !== 'all');
  return lists.length < domains.length ? [] : [...new Set(lists.flat())];
}

function plain(grant: Grant): JsonObject {
  const { subject, domains, where, role, until, why } = grant;
  return JSON.parse(
    JSON.stringify({ subject, domains, where, role, until, why }),
  ) as JsonObject;
}
