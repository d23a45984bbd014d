import { AuditRecord } from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';
import { StoredEntry } from '../store/types';

/** Completes what a backend tells with the names and departments of the moment. */
export function auditEntry(
  record: AuditRecord,
  about: {
    readonly id: string;
    readonly now: Date;
    readonly organisation: Organisation;
    /** Further clusters that it names. */
    readonly clusters?: readonly string[];
  },
): StoredEntry {
  const { who, ...rest } = record;
  const { organisation, now } = about;
  return {
    ...rest,
    id: about.id,
    at: now.toISOString(),
    who: { ref: who, title: organisation.titleOf(who) },
    departments: [...organisation.directGroupsOf(who)],
    clusters: about.clusters ?? [],
    ...(record.outcome === 'started' ? {} : { endedAt: now.toISOString() }),
  };
}
