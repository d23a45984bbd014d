import {
  PermissionCondition,
  PermissionCriteria,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import {
  EffectiveGrant,
  namesClusters,
} from '@domaindeck/backstage-plugin-access-common';
import {
  EnvironmentRuleName,
  EnvironmentRuleParams,
} from '@domaindeck/backstage-plugin-workloads-common';

type Criteria = PermissionCriteria<PermissionCondition>;

/**
 * Writes a grant as conditions on an environment: the same judgement as `decideAccess` of access-common makes, for
 * the plugin that holds the environments to apply.
 */
export function grantCriteria(
  resourceType: string,
  grant: EffectiveGrant,
): Criteria {
  const { tiers, clusters, tags } = grant.where;
  // Grants over all domains still need a first condition; every environment has a cluster that is either named or not
  // restricted, so that one is always there.
  const reach: Criteria = namesClusters(grant.where)
    ? anyNamed(resourceType, clusters, tags)
    : { not: { resourceType, rule: 'IS_RESTRICTED' } };
  const more: Criteria[] = [];
  if (grant.domainRefs !== 'all') {
    more.push(
      condition(resourceType, 'IN_DOMAIN', {
        domainRefs: [...grant.domainRefs],
      }),
    );
  }
  if (tiers) {
    more.push(condition(resourceType, 'HAS_TIER', { tiers: [...tiers] }));
  }
  return more.length > 0 ? { allOf: [reach, ...more] } : reach;
}

function anyNamed(
  resourceType: string,
  clusters: readonly string[] | undefined,
  tags: readonly string[] | undefined,
): Criteria {
  const byTag = tags && condition(resourceType, 'HAS_TAG', { tags: [...tags] });
  const byName = condition(resourceType, 'IN_CLUSTER', {
    clusters: [...(clusters ?? [])],
  });
  if (!byTag) {
    return byName;
  }
  return clusters ? { allOf: [byName, byTag] } : byTag;
}

/** The rules are the same for the resource types of all our plugins. */
function condition<TRule extends EnvironmentRuleName>(
  resourceType: string,
  rule: TRule,
  given: EnvironmentRuleParams[TRule],
): PermissionCondition {
  const params: PermissionRuleParams = given;
  return { resourceType, rule, params };
}
