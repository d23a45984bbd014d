import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_BASELINE,
  ANNOTATION_CLUSTER,
  ANNOTATION_EXPIRES_AT,
  ANNOTATION_TIER,
  ENVIRONMENT_ENTITY_TYPE,
  environmentEntityName,
  environmentPagePath,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  ANNOTATION_CREATOR_REF,
  ANNOTATION_DOMAIN_REF,
  LABEL_ENVIRONMENT_ID,
} from '@domaindeck/backstage-plugin-workloads-common';
import { entityNameOf } from '../entityNameOf';
import { Components, ListedEnvironment } from './types';

const NO_OWNER = 'unknown';

/**
 * An environment as the catalog has it.
 *
 * Its name is the id of the record, because names are free again when an environment is gone, may be the same in two
 * clusters, and stand in the relations of entities that more people may read than the environment itself.
 *
 * @param portalUrl - where the portal is, without a trailing slash
 */
export function toEnvironmentEntity(
  environment: ListedEnvironment,
  components: Components,
  portalUrl: string,
): Entity {
  const { id, name, domain, cluster, specification } = environment;
  const location = `domaindeck-environments:${id}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: environmentEntityName(id),
      title: name,
      description:
        specification.why ||
        `Environment of ${parseEntityRef(domain).name} in ${cluster}`,
      labels: { [LABEL_ENVIRONMENT_ID]: id },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_DOMAIN_REF]: domain,
        [ANNOTATION_CREATOR_REF]: environment.creator,
        [ANNOTATION_CLUSTER]: cluster,
        [ANNOTATION_TIER]: environment.tier,
        [ANNOTATION_BASELINE]: environment.baseline,
        [ANNOTATION_EXPIRES_AT]: environment.expiresAt,
      },
      links: [
        {
          title: 'Environment',
          url: `${portalUrl}${environmentPagePath(environment)}`,
          icon: 'dashboard',
        },
        ...environment.addresses.map(({ service, url }) => ({
          title: service,
          url,
        })),
      ],
    },
    spec: {
      type: ENVIRONMENT_ENTITY_TYPE,
      owner: ownerOf(environment),
      dependsOn: [
        ...new Set(
          environment.services.flatMap(service =>
            service.own && Object.hasOwn(components, service.name)
              ? [components[service.name]]
              : [],
          ),
        ),
        `resource:default/${entityNameOf(cluster)}`,
      ],
    },
  };
}

/** The person who made it. One that a pipeline made is its group's, as far as the record knows one. */
function ownerOf({
  creator,
  owner,
}: Pick<ListedEnvironment, 'creator' | 'owner'>): string {
  return /^(?:user|group):/.test(creator) ? creator : owner ?? NO_OWNER;
}
