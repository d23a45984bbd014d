import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER,
  ANNOTATION_TIER,
  CLUSTER_ENTITY_TYPE,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { entityNameOf } from '../entityNameOf';

/** What the catalog shows as the place that a cluster comes from. */
const LOCATION = 'config:workloads.clusters';

/** What the catalog's own sources write where nobody was told. */
const NO_OWNER = 'unknown';

/**
 * A cluster as the catalog has it. Where its API server is and how the portal signs in is not told: everybody who reads
 * the catalog would know.
 */
export function toClusterEntity(
  cluster: Pick<
    ClusterDefinition,
    'name' | 'title' | 'owner' | 'tier' | 'tags'
  >,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: entityNameOf(cluster.name),
      title: cluster.title ?? cluster.name,
      description: `Kubernetes cluster, ${cluster.tier}`,
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
        [ANNOTATION_CLUSTER]: cluster.name,
        [ANNOTATION_TIER]: cluster.tier,
      },
      // Tags of the config may be anything; the catalog would refuse the whole entity for one that it does not take.
      tags: cluster.tags.filter(
        tag => tag.length <= 63 && /^[a-z0-9:+#]+(?:-[a-z0-9:+#]+)*$/.test(tag),
      ),
    },
    spec: { type: CLUSTER_ENTITY_TYPE, owner: cluster.owner ?? NO_OWNER },
  };
}
