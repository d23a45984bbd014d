import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  EffectiveGrant,
  namesClusters,
} from '@domaindeck/backstage-plugin-access-common';
import {
  environmentCondition,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';

type Criteria = PermissionCriteria<PermissionCondition>;

/**
 * Writes a grant as conditions on an environment: the same judgement as `decideAccess` of access-common makes, for
 * the plugin that holds the environments to apply.
 */
export function grantCriteria(
  verb: WorkloadsVerb,
  grant: EffectiveGrant,
): Criteria {
  const { tiers, clusters, tags } = grant.where;
  // Grants over all domains still need a first condition; every environment has a cluster that is either named or not
  // restricted, so that one is always there.
  const reach: Criteria = namesClusters(grant.where)
    ? anyNamed(verb, clusters, tags)
    : { not: environmentCondition(verb, 'IS_RESTRICTED') };
  const more: Criteria[] = [];
  if (grant.domainRefs !== 'all') {
    more.push(
      environmentCondition(verb, 'IN_DOMAIN', {
        domainRefs: [...grant.domainRefs],
      }),
    );
  }
  if (tiers) {
    more.push(environmentCondition(verb, 'HAS_TIER', { tiers: [...tiers] }));
  }
  return more.length > 0 ? { allOf: [reach, ...more] } : reach;
}

function anyNamed(
  verb: WorkloadsVerb,
  clusters: readonly string[] | undefined,
  tags: readonly string[] | undefined,
): Criteria {
  const byTag =
    tags && environmentCondition(verb, 'HAS_TAG', { tags: [...tags] });
  const byName = environmentCondition(verb, 'IN_CLUSTER', {
    clusters: [...(clusters ?? [])],
  });
  if (!byTag) {
    return byName;
  }
  return clusters ? { allOf: [byName, byTag] } : byTag;
}
