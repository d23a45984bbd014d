import {
  Grant,
  GrantRecord,
  hasEnded,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { RightsSnapshot } from '../rights/RightsSource';
import { StoredGrant } from '../store/types';

/** What callers get of a grant. */
export interface GrantRecordOptions {
  readonly editable: boolean;
  /** Clusters of which the caller may know; others are left out of the grant. Absent: all. */
  readonly clusters?: readonly string[];
}

/** A grant as callers get it. */
export function grantRecord(
  snapshot: RightsSnapshot,
  grant: Grant,
  options: GrantRecordOptions,
): GrantRecord {
  const { organisation, now } = snapshot;
  const { tiers, clusters, tags } = grant.where;
  const known = clusters?.filter(
    cluster => options.clusters?.includes(cluster) ?? true,
  );
  return {
    id: grant.id,
    subject: infoOf(snapshot, grant.subject),
    domains:
      typeof grant.domains === 'string' ? grant.domains : [...grant.domains],
    where: {
      ...(tiers ? { tiers: [...tiers] } : {}),
      ...(known ? { clusters: known } : {}),
      ...(tags ? { tags: [...tags] } : {}),
    },
    role: grant.role,
    ...(grant.until === undefined ? {} : { until: grant.until }),
    ...(grant.why === undefined ? {} : { why: grant.why }),
    ...originOf(snapshot, grant),
    editable: options.editable && isStored(grant),
    ended: hasEnded(grant, now),
    ...(organisation.has(grant.subject)
      ? {}
      : { problem: `The catalog has no "${grant.subject}"` }),
  };
}

/** Whether a grant is of the database, and not of the config. */
export function isStored(grant: Grant): grant is StoredGrant {
  return 'revision' in grant;
}

/** A person, department or service with the name to show. */
export function infoOf(
  { organisation }: Pick<RightsSnapshot, 'organisation'>,
  ref: string,
): SubjectInfo {
  return {
    ref,
    kind: ref.startsWith('group:') ? 'group' : 'user',
    title: organisation.titleOf(ref),
    ...(organisation.has(ref) ? {} : { known: false }),
  };
}

function originOf(
  snapshot: RightsSnapshot,
  grant: Grant,
): Pick<GrantRecord, 'source' | 'key' | 'by' | 'at' | 'revision'> {
  return isStored(grant)
    ? {
        source: 'database',
        by: infoOf(snapshot, grant.by),
        at: grant.at,
        revision: grant.revision,
      }
    : {
        source: 'config',
        key: `access.grants[${snapshot.configured.indexOf(grant)}]`,
      };
}
