import { OWNER_ROLE, roleHasVerb } from './roles';
import { Grant } from './grants';
import { AccessRules, AccessSubject, EffectiveGrant } from './types';

/**
 * The grants that reach a person and hold a verb, with the domains resolved. Both the single decision and the
 * conditions of the policy are made from this list, so that they cannot differ.
 *
 * @remarks
 *
 * The owner of a domain in the catalog holds the role `owner` there without any grant. An ownership names no cluster,
 * so that it does not reach restricted ones.
 *
 * @param verb - written `<plugin>.<verb>`
 * @param now - grants whose `until` is not after it have ended
 * @public
 */
export function effectiveGrants(
  rules: AccessRules,
  subject: AccessSubject,
  verb: string,
  now: Date,
): EffectiveGrant[] {
  const found: EffectiveGrant[] = [];
  for (const grant of rules.grants) {
    const path = pathTo(subject, grant.subject);
    const ended =
      grant.until !== undefined && Date.parse(grant.until) <= now.getTime();
    if (path && !ended && roleHasVerb(rules.roles, grant.role, verb)) {
      found.push({
        source: { type: 'grant', grant },
        path,
        domainRefs: domainsOf(grant, rules),
        where: grant.where,
        role: grant.role,
        verb,
      });
    }
  }
  if (roleHasVerb(rules.roles, OWNER_ROLE, verb)) {
    found.push(...ownerships(rules, subject, verb));
  }
  return found;
}

function ownerships(
  rules: AccessRules,
  subject: AccessSubject,
  verb: string,
): EffectiveGrant[] {
  const byOwner = new Map<string, string[]>();
  for (const [domainRef, owners] of rules.domainOwners) {
    for (const ownerRef of owners) {
      byOwner.set(ownerRef, [...(byOwner.get(ownerRef) ?? []), domainRef]);
    }
  }
  return [...byOwner].flatMap(([ownerRef, domainRefs]) => {
    const path = pathTo(subject, ownerRef);
    return path
      ? [
          {
            source: { type: 'ownership' as const, ownerRef },
            path,
            domainRefs,
            where: {},
            role: OWNER_ROLE,
            verb,
          },
        ]
      : [];
  });
}

function pathTo(
  subject: AccessSubject,
  ref: string,
): readonly string[] | undefined {
  return ref === subject.ref ? [ref] : subject.groups.get(ref);
}

function domainsOf(
  grant: Grant,
  rules: AccessRules,
): readonly string[] | 'all' {
  if (grant.domains !== 'owned') {
    return grant.domains;
  }
  return [...rules.domainOwners]
    .filter(([, owners]) => owners.includes(grant.subject))
    .map(([domainRef]) => domainRef);
}
