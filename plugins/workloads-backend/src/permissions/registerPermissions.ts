import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  clusterInspectPermission,
  environmentPermissions,
  WORKLOADS_VERBS,
} from '@domaindeck/backstage-plugin-workloads-common';
import { environmentRules } from '@domaindeck/backstage-plugin-workloads-node';
import { environmentResourceRef } from './environmentResourceRef';
import { EnvironmentResource } from './types';

/**
 * Registers a resource type with its permission per verb, all with the same rules, and the plain permissions.
 *
 * @param find - the environment of a reference `cluster/namespace`, undefined when there is none
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  find: (environmentRef: string) => Promise<EnvironmentResource | undefined>,
): void {
  for (const verb of WORKLOADS_VERBS) {
    registry.addResourceType({
      resourceRef: environmentResourceRef(verb),
      permissions: [environmentPermissions[verb]],
      rules: environmentRules(environmentResourceRef(verb)),
      getResources: refs => Promise.all(refs.map(find)),
    });
  }
  registry.addPermissions([clusterInspectPermission]);
}
