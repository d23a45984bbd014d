import {
  PermissionCondition,
  PermissionCriteria,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import {
  AccessSubject,
  EffectiveGrant,
  namesClusters,
} from '@domaindeck/backstage-plugin-access-common';
import {
  RecordRuleName,
  RecordRuleParams,
} from '@domaindeck/backstage-plugin-environments-common';

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

/**
 * Writes a grant of a verb that holds only over what is one's own: as {@link grantCriteria}, and the person made it or
 * is a collaborator, in person or through a department.
 */
export function ownCriteria(
  resourceType: string,
  grant: EffectiveGrant,
  subject: AccessSubject,
): Criteria {
  return {
    allOf: [
      grantCriteria(resourceType, grant),
      {
        anyOf: [
          condition(resourceType, 'CREATED_BY', { userRefs: [subject.ref] }),
          condition(resourceType, 'SHARED_WITH', {
            claims: [subject.ref, ...subject.groups.keys()],
          }),
        ],
      },
    ],
  };
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

/** The rules are the same for the resource types of all our plugins, but the one about collaborators. */
function condition<TRule extends RecordRuleName>(
  resourceType: string,
  rule: TRule,
  given: RecordRuleParams[TRule],
): PermissionCondition {
  const params: PermissionRuleParams = given;
  return { resourceType, rule, params };
}
