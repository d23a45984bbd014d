import {
  AccessRules,
  AccessSubject,
  AuditEntry,
  domainsOf,
  Grant,
  hasEnded,
  HeldGrant,
  heldGrants,
  INSPECT_VERB,
  reachesEnvironment,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';
import { RightsCluster } from './guardOwners';

/** What somebody held and holds no more. */
export interface GoneRight
  extends Pick<HeldGrant, 'domainRefs' | 'where' | 'role'> {
  /** The grant, or the owner in the catalog, that gave it. */
  readonly source: string;
  /** The department that held it, or the one that was left; else the person. */
  readonly subject: string;
  /**
   * `ended`: somebody ended the grant. `changed`: somebody made it less. `expired`: its end came. `left`: the person is
   * no longer in the department.
   */
  readonly how: 'ended' | 'changed' | 'expired' | 'left';
  /** When, RFC 3339; the catalog does not tell when somebody left a department. */
  readonly at?: string;
  /** Full ref of who did it. */
  readonly by?: string;
}

/** Everything that {@link endedRights} looks at. */
export interface EndedRightsOptions {
  readonly domainRef: string;
  readonly rules: AccessRules;
  readonly organisation: Organisation;
  readonly clusters: readonly RightsCluster[];
  /** Changes of grants that reach the domain, newest first. */
  readonly entries: readonly AuditEntry[];
  readonly callerRef: string;
  /** The departments of the person as the sign-in knew them. */
  readonly signedInAs: readonly string[];
  readonly since: Date;
  readonly now: Date;
}

/**
 * What a person held in a domain and holds no more in some cluster of it: departments that were left first, for that is
 * newer than the sign-in, then the newest end first. What is held otherwise has not ended.
 */
export function endedRights(options: EndedRightsOptions): GoneRight[] {
  const { organisation, callerRef, signedInAs, rules, now } = options;
  const caller = organisation.subject(callerRef);
  const left = signedInAs
    .filter(ref => ref.startsWith('group:') && !caller.groups.has(ref))
    .map(ref => organisation.subject(ref));
  const own = new Set([
    callerRef,
    ...caller.groups.keys(),
    ...left.flatMap(({ ref, groups }) => [ref, ...groups.keys()]),
  ]);
  const held = heldGrants(rules, caller, now);
  const gone = [
    ...leftRights(options, left),
    ...[...takenRights(options), ...expiredRights(options)]
      .filter(({ subject }) => own.has(subject))
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
  ];
  const told = new Set<string>();
  return gone.filter(right => {
    // What an earlier change of the same grant took is told by the latest that took something.
    const tells = !told.has(right.source) && isLost(right, held, options);
    if (tells) {
      told.add(right.source);
    }
    return tells;
  });
}

/** What departments hold in which the person was at the sign-in, and is no more. */
function leftRights(
  { rules, now }: EndedRightsOptions,
  left: readonly AccessSubject[],
): GoneRight[] {
  const bySource = new Map<string, { steps: number; right: GoneRight }>();
  for (const subject of left) {
    for (const held of heldGrants(rules, subject, now)) {
      const { source, path, domainRefs, where, role } = held;
      const key =
        source.type === 'grant' ? source.grant.id : `owner ${source.ownerRef}`;
      // Of a team and the department above it, the person left the team.
      if ((bySource.get(key)?.steps ?? 0) < path.length) {
        const right = { domainRefs, where, role, how: 'left' } as const;
        bySource.set(key, {
          steps: path.length,
          right: { ...right, source: key, subject: subject.ref },
        });
      }
    }
  }
  return [...bySource.values()].map(({ right }) => right);
}

/** What somebody ended or changed. */
function takenRights({ entries, rules }: EndedRightsOptions): GoneRight[] {
  return entries.flatMap(({ before, after, at, who, object }) =>
    before
      ? [
          {
            // As `grantAuditRecord` has written it.
            ...rightOf(before as unknown as Grant, rules),
            source: object?.uid ?? '',
            how: after ? ('changed' as const) : ('ended' as const),
            at,
            by: who.ref,
          },
        ]
      : [],
  );
}

/** What came to the end that it had from the beginning. */
function expiredRights({ rules, since, now }: EndedRightsOptions): GoneRight[] {
  return rules.grants
    .filter(grant => hasEnded(grant, now) && !hasEnded(grant, since))
    .map(grant => ({
      ...rightOf(grant, rules),
      source: grant.id,
      how: 'expired',
      at: grant.until,
    }));
}

function rightOf(
  grant: Grant,
  rules: AccessRules,
): Pick<GoneRight, 'subject' | 'domainRefs' | 'where' | 'role'> {
  const { subject, where, role } = grant;
  return { subject, where, role, domainRefs: domainsOf(grant, rules) };
}

/** Whether it gave something in a cluster of the domain that nothing gives now. */
function isLost(
  right: GoneRight,
  held: readonly HeldGrant[],
  { clusters, domainRef, rules }: EndedRightsOptions,
): boolean {
  const verbsOf = (role: string) =>
    (rules.roles[role] ?? []).filter(verb => verb !== INSPECT_VERB);
  return clusters.some(cluster => {
    const place = { ...cluster, domainRef };
    if (!reachesEnvironment(right, place)) {
      return false;
    }
    const now = new Set(
      held
        .filter(one => reachesEnvironment(one, place))
        .flatMap(({ role }) => verbsOf(role)),
    );
    return verbsOf(right.role).some(verb => !now.has(verb));
  });
}
