import {
  AccessRules,
  AccessSubject,
  decideAccess,
  effectiveGrants,
  GRANT_VERB,
  reachesEnvironment,
  Remark,
  roleHasVerb,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';

/** A cluster as far as rights go. */
export interface RightsCluster {
  readonly cluster: string;
  readonly tier: string;
  readonly tags: readonly string[];
  readonly restricted: boolean;
}

/** What {@link guardOwners} compares. */
export interface OwnersGuard {
  readonly before: AccessRules;
  readonly after: AccessRules;
  readonly organisation: Organisation;
  readonly callerRef: string;
  readonly domainRefs: readonly string[];
  readonly clusters: readonly RightsCluster[];
  readonly now: Date;
}

/**
 * Why a change must not be made: it would leave a domain somewhere without anybody who may change its grants, or take
 * that right from the person who makes the change. Both could be mended only from outside.
 */
export function guardOwners(guard: OwnersGuard): Remark[] {
  const caller = guard.organisation.subject(guard.callerRef);
  const before = onlyManaging(guard.before);
  const after = onlyManaging(guard.after);
  const lastOwner: string[] = [];
  const ownRight: string[] = [];
  for (const domainRef of guard.domainRefs) {
    for (const cluster of guard.clusters) {
      const place = { ...cluster, domainRef };
      const lost = (test: (rules: AccessRules) => boolean) =>
        test(before) && !test(after);
      if (lost(rules => somebodyManages(rules, guard, place))) {
        lastOwner.push(`${domainRef} in ${cluster.cluster}`);
      } else if (lost(rules => manages(rules, caller, guard.now, place))) {
        ownRight.push(`${domainRef} in ${cluster.cluster}`);
      }
    }
  }
  return [
    ...remark('last-owner', 'Nobody could change the grants of', lastOwner),
    ...remark(
      'own-right',
      'You would lose your own right to change the grants of',
      ownRight,
    ),
  ];
}

/** Leaves out what gives nobody the right in question. */
function onlyManaging(rules: AccessRules): AccessRules {
  return {
    ...rules,
    grants: rules.grants.filter(({ role }) =>
      roleHasVerb(rules.roles, role, GRANT_VERB),
    ),
  };
}

type Place = RightsCluster & { readonly domainRef: string };

function manages(
  rules: AccessRules,
  subject: AccessSubject,
  now: Date,
  place: Place,
): boolean {
  return decideAccess(rules, subject, place, GRANT_VERB, now).allowed;
}

/** A grant to a department without people gives nobody anything. */
function somebodyManages(
  rules: AccessRules,
  { organisation, now }: OwnersGuard,
  place: Place,
): boolean {
  const holders = new Set([
    ...(rules.domainOwners.get(place.domainRef) ?? []),
    ...rules.grants.map(({ subject }) => subject),
  ]);
  return [...holders].some(
    ref =>
      effectiveGrants(rules, { ref, groups: new Map() }, GRANT_VERB, now).some(
        grant => reachesEnvironment(grant, place),
      ) && organisation.peopleOf(ref).length > 0,
  );
}

function remark(
  code: 'last-owner' | 'own-right',
  sentence: string,
  places: readonly string[],
): Remark[] {
  if (places.length === 0) {
    return [];
  }
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return [
    {
      code,
      message: `${sentence} ${places
        .slice(0, 3)
        .join(', ')}${more}; give somebody else the role "owner" there first`,
    },
  ];
}
