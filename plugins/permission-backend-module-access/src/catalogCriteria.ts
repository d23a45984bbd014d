import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  AccessEnvironment,
  EffectiveGrant,
  reachesEnvironment,
} from '@domaindeck/backstage-plugin-access-common';
import {
  ANNOTATION_CLUSTER,
  CLUSTER_ENTITY_TYPE,
  ENVIRONMENT_ENTITY_TYPE,
} from '@domaindeck/backstage-plugin-environments-common';
import { ANNOTATION_DOMAIN_REF } from '@domaindeck/backstage-plugin-workloads-common';

type Criteria = PermissionCriteria<PermissionCondition>;

/** A cluster of the config, as far as grants judge it. */
export type JudgedCluster = Pick<
  AccessEnvironment,
  'tier' | 'tags' | 'restricted'
> & { readonly name: string };

/**
 * Which entities of the catalog a person may read: all that are neither a cluster nor an environment of ours, clusters
 * in which the person views something, and environments of a domain in a cluster that a grant reaches. What one may not
 * view is absent in the catalog as it is everywhere else.
 *
 * @param viewing - grants that let the person see something of a cluster
 * @param ofEnvironments - grants that let the person see environments of the self-service
 */
export function catalogCriteria(
  clusters: readonly JudgedCluster[],
  viewing: readonly EffectiveGrant[],
  ofEnvironments: readonly EffectiveGrant[],
): Criteria {
  const seen = clusters.filter(cluster =>
    viewing.some(grant => reachesCluster(grant, cluster)),
  );
  const rest: Criteria = { not: annotated(ANNOTATION_CLUSTER) };
  const shown = [
    ...(seen.length > 0 ? [ofType(CLUSTER_ENTITY_TYPE, seen)] : []),
    ...ofEnvironments.flatMap(grant => {
      const reached = clusters.filter(one => reachesCluster(grant, one));
      if (reached.length === 0 || grant.domainRefs.length === 0) {
        return [];
      }
      const inClusters = ofType(ENVIRONMENT_ENTITY_TYPE, reached);
      const inDomains: Criteria[] =
        grant.domainRefs === 'all'
          ? []
          : [
              anyOf(
                grant.domainRefs.map(ref =>
                  annotated(ANNOTATION_DOMAIN_REF, ref),
                ),
              ),
            ];
      return [{ allOf: [inClusters, ...inDomains] } as Criteria];
    }),
  ];
  return anyOf([rest, ...shown]);
}

/** A grant of no matter which domain: a cluster belongs to no single one. */
function reachesCluster(
  { where }: EffectiveGrant,
  { name, tier, tags, restricted }: JudgedCluster,
): boolean {
  return reachesEnvironment(
    { domainRefs: 'all', where },
    { cluster: name, tier, tags, restricted, domainRef: '' },
  );
}

function ofType(type: string, clusters: readonly JudgedCluster[]): Criteria {
  return {
    allOf: [
      condition('HAS_SPEC', { key: 'type', value: type }),
      anyOf(clusters.map(({ name }) => annotated(ANNOTATION_CLUSTER, name))),
    ],
  };
}

function annotated(annotation: string, value?: string): PermissionCondition {
  return condition('HAS_ANNOTATION', {
    annotation,
    ...(value === undefined ? {} : { value }),
  });
}

function anyOf(criteria: readonly Criteria[]): Criteria {
  const [first, ...others] = criteria;
  return others.length > 0 ? { anyOf: [first, ...others] } : first;
}

/** The rules are the catalog's own, so that they are there whatever modules the catalog has. */
function condition(
  rule: string,
  params: Record<string, string>,
): PermissionCondition {
  return { resourceType: RESOURCE_TYPE_CATALOG_ENTITY, rule, params };
}
