import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  ACCESS_VERBS,
  accessPermissions,
} from '@domaindeck/backstage-plugin-access-common';
import {
  EnvironmentResource,
  environmentRules,
} from '@domaindeck/backstage-plugin-workloads-node';
import { accessResourceRef } from './accessResource';

/**
 * Registers a resource type with its permission per verb, all with the same rules.
 *
 * @param find - the resource of a reference `cluster/domain:namespace/name`, undefined when there is none
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  find: (ref: string) => Promise<EnvironmentResource | undefined>,
): void {
  for (const verb of ACCESS_VERBS) {
    registry.addResourceType({
      resourceRef: accessResourceRef(verb),
      permissions: [accessPermissions[verb]],
      rules: environmentRules(accessResourceRef(verb)),
      getResources: refs => Promise.all(refs.map(find)),
    });
  }
}
