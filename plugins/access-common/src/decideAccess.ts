import { effectiveGrants } from './effectiveGrants';
import { rolesWithVerb } from './roles';
import {
  AccessDecision,
  AccessEnvironment,
  AccessRules,
  AccessSubject,
  HeldGrant,
} from './types';

/**
 * Whether a person may do something in one environment, with the chains that say why.
 *
 * @param verb - written `<plugin>.<verb>`, such as `workloads.view`
 * @param now - the moment for which grants with an end are judged
 * @public
 */
export function decideAccess(
  rules: AccessRules,
  subject: AccessSubject,
  environment: AccessEnvironment,
  verb: string,
  now: Date,
): AccessDecision {
  const grants = effectiveGrants(rules, subject, verb, now);
  const because = grants.filter(grant =>
    reachesEnvironment(grant, environment),
  );
  return because.length > 0
    ? { allowed: true, because }
    : {
        allowed: false,
        rolesWithVerb: rolesWithVerb(rules.roles, verb),
        elsewhere: grants,
      };
}

/**
 * Whether a grant names its clusters, by name or by tag. Only such a grant reaches a restricted cluster.
 * @public
 */
export function namesClusters(where: HeldGrant['where']): boolean {
  return where.clusters !== undefined || where.tags !== undefined;
}

/**
 * Whether a grant reaches an environment, whoever holds it.
 * @public
 */
export function reachesEnvironment(
  grant: Pick<HeldGrant, 'domainRefs' | 'where'>,
  environment: AccessEnvironment,
): boolean {
  const { tiers, clusters, tags } = grant.where;
  return (
    (grant.domainRefs === 'all' ||
      grant.domainRefs.includes(environment.domainRef)) &&
    (!tiers || tiers.includes(environment.tier)) &&
    (!clusters || clusters.includes(environment.cluster)) &&
    (!tags || environment.tags.some(tag => tags.includes(tag))) &&
    (!environment.restricted || namesClusters(grant.where))
  );
}
