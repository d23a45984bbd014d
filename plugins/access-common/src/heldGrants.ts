import { Grant } from './grants';
import { OWNER_ROLE } from './roles';
import { AccessRules, AccessSubject, HeldGrant } from './types';

/**
 * The grants that reach a person or department, with the domains resolved, whatever their roles hold.
 *
 * @remarks
 *
 * The owner of a domain in the catalog holds the role `owner` there without any grant. An ownership names no cluster,
 * so that it does not reach restricted ones.
 *
 * @param now - grants whose `until` is not after it have ended
 * @param wanted - leaves out grants of other roles before they are looked at closer
 * @public
 */
export function heldGrants(
  rules: AccessRules,
  subject: AccessSubject,
  now: Date,
  wanted: (role: string) => boolean = () => true,
): HeldGrant[] {
  const found: HeldGrant[] = [];
  for (const grant of rules.grants) {
    const path = wanted(grant.role)
      ? pathTo(subject, grant.subject)
      : undefined;
    if (path && !hasEnded(grant, now)) {
      found.push({
        source: { type: 'grant', grant },
        path,
        domainRefs: domainsOf(grant, rules),
        where: grant.where,
        role: grant.role,
      });
    }
  }
  if (wanted(OWNER_ROLE)) {
    found.push(...ownerships(rules, subject));
  }
  return found;
}

/**
 * Whether the end of a grant has passed.
 * @public
 */
export function hasEnded(grant: Pick<Grant, 'until'>, now: Date): boolean {
  return grant.until !== undefined && Date.parse(grant.until) <= now.getTime();
}

/**
 * The domains of a grant. `owned` is what its subject owns in the catalog.
 * @public
 */
export function domainsOf(
  grant: Pick<Grant, 'domains' | 'subject'>,
  rules: Pick<AccessRules, 'domainOwners'>,
): readonly string[] | 'all' {
  if (grant.domains !== 'owned') {
    return grant.domains;
  }
  return [...rules.domainOwners]
    .filter(([, owners]) => owners.includes(grant.subject))
    .map(([domainRef]) => domainRef);
}

function ownerships(rules: AccessRules, subject: AccessSubject): HeldGrant[] {
  const byOwner = new Map<string, string[]>();
  for (const [domainRef, owners] of rules.domainOwners) {
    for (const ownerRef of owners) {
      if (pathTo(subject, ownerRef)) {
        byOwner.set(ownerRef, [...(byOwner.get(ownerRef) ?? []), domainRef]);
      }
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
