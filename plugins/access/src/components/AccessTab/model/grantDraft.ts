import {
  GrantChange,
  GrantRecord,
  RightsEnvironment,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { Editing } from './viewState';

/** Everywhere but in clusters that want to be named. */
export const EVERYWHERE = 'everywhere';

type GrantScope = GrantRecord['where'];

/** A grant while it is filled in. */
export interface GrantDraft {
  readonly subject?: SubjectInfo;
  /** The chosen columns; undefined while the scope of a grant that is there stays as it is. */
  readonly where?: typeof EVERYWHERE | readonly string[];
  readonly role?: string;
  /** RFC 3339; undefined for no end. */
  readonly until?: string;
  readonly why: string;
}

/** The form when it opens. */
export function draftOf(
  editing: Editing,
  grant: GrantRecord | undefined,
  subject: SubjectInfo | undefined,
): GrantDraft {
  return editing.type === 'new' || !grant
    ? { subject, where: [], why: '' }
    : {
        subject: grant.subject,
        role: grant.role,
        until: grant.until,
        why: '',
      };
}

/**
 * What would be sent; undefined while who, where or role is missing. The reason does not change who gains what, so that a
 * preview may be asked for before there is one.
 */
export function changeOf(
  editing: Editing,
  draft: GrantDraft,
  context: {
    readonly domainRef: string;
    readonly environments: readonly RightsEnvironment[];
    readonly grant?: GrantRecord;
  },
): GrantChange | undefined {
  const { domainRef, environments, grant } = context;
  const why = draft.why.trim() || '-';
  if (editing.type === 'end') {
    return { type: 'delete', id: editing.id };
  }
  const where = draft.where && scopeOf(draft.where, environments);
  if (!draft.role) {
    return undefined;
  }
  if (editing.type === 'change') {
    return grant
      ? {
          type: 'update',
          id: grant.id,
          patch: {
            why,
            ...(where ? { where } : {}),
            ...(draft.role === grant.role ? {} : { role: draft.role }),
            ...(draft.until === grant.until
              ? {}
              : // The contract takes an end away with null.
                { until: draft.until ?? null }),
            ...(grant.revision === undefined
              ? {}
              : { revision: grant.revision }),
          },
        }
      : undefined;
  }
  return draft.subject && where
    ? {
        type: 'create',
        grant: {
          subject: draft.subject.ref,
          domains: [domainRef],
          where,
          role: draft.role,
          until: draft.until,
          why,
        },
      }
    : undefined;
}

/**
 * The scope for chosen columns; undefined when none is chosen. Tiers where they say the same, because a cluster that is
 * added to a tier later should not need a new grant; names where a tier would reach more, or a cluster is restricted.
 */
export function scopeOf(
  where: typeof EVERYWHERE | readonly string[],
  environments: readonly RightsEnvironment[],
): GrantScope | undefined {
  if (where === EVERYWHERE) {
    return {};
  }
  if (where.length === 0) {
    return undefined;
  }
  const chosen = environments.filter(({ cluster }) => where.includes(cluster));
  const tiers = [...new Set(chosen.map(({ tier }) => tier))];
  const reached = environments.filter(({ tier }) => tiers.includes(tier));
  return chosen.some(({ restricted }) => restricted) ||
    reached.length !== chosen.length
    ? { clusters: chosen.map(({ cluster }) => cluster) }
    : { tiers };
}

/** The columns that a scope reaches. */
export function columnsOf(
  where: GrantScope,
  environments: readonly RightsEnvironment[],
): string[] {
  const { tiers, clusters, tags } = where;
  return environments
    .filter(
      environment =>
        (!tiers || tiers.includes(environment.tier)) &&
        (!clusters || clusters.includes(environment.cluster)) &&
        (!tags || environment.tags.some(tag => tags.includes(tag))) &&
        (!environment.restricted ||
          clusters !== undefined ||
          tags !== undefined),
    )
    .map(({ cluster }) => cluster);
}
