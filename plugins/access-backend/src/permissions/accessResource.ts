import {
  createPermissionResourceRef,
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  accessResourceType,
  AccessVerb,
} from '@domaindeck/backstage-plugin-access-common';
import {
  EnvironmentFilter,
  EnvironmentResource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RightsCluster } from '../rights/guardOwners';

/** The resource type of a verb as the permission framework wants it. */
export function accessResourceRef(
  verb: AccessVerb,
): PermissionResourceRef<
  EnvironmentResource,
  EnvironmentFilter,
  string,
  'access'
> {
  return createPermissionResourceRef<
    EnvironmentResource,
    EnvironmentFilter
  >().with({ pluginId: 'access', resourceType: accessResourceType(verb) });
}

/** A domain in a cluster as the rules judge it. */
export function accessResource(
  { cluster, tier, tags, restricted }: RightsCluster,
  domainRef: string,
  domainOwnerRefs: readonly string[],
): EnvironmentResource {
  return {
    cluster,
    namespace: '',
    tier,
    tags,
    restricted,
    kind: 'baseline',
    domainRef,
    domainOwnerRefs,
  };
}
