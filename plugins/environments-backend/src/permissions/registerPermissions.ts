import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  ENVIRONMENTS_VERBS,
  EnvironmentsVerb,
  recordPermissions,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  RecordResource,
  recordResourceRef,
  recordRules,
} from './recordResource';

/**
 * Registers a resource type with its permission per verb, all with the same rules.
 *
 * @param find - the resource of a verb by its reference: the id of a record, for `env-create` a baseline as
 *   `cluster/namespace`; undefined when there is none
 */
export function registerPermissions(
  registry: PermissionsRegistryService,
  find: (
    verb: EnvironmentsVerb,
    ref: string,
  ) => Promise<RecordResource | undefined>,
): void {
  for (const verb of ENVIRONMENTS_VERBS) {
    const resourceRef = recordResourceRef(verb);
    registry.addResourceType({
      resourceRef,
      permissions: [recordPermissions[verb]],
      rules: recordRules(resourceRef),
      getResources: refs => Promise.all(refs.map(ref => find(verb, ref))),
    });
  }
}
