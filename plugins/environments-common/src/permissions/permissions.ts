import {
  createPermission,
  PermissionAttributes,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ENVIRONMENTS_VERBS, EnvironmentsVerb } from './verbs';

const ACTIONS: Record<EnvironmentsVerb, PermissionAttributes['action']> = {
  'env-view': 'read',
  'env-create': 'create',
  'env-manage': 'update',
  'quota-manage': 'update',
};

/**
 * The resource type of a verb. Each verb has one of its own, because the community RBAC plugin matches conditions by
 * resource type and action. The resource is a record by its id; for `env-create` it is the domain's baseline, written
 * `cluster/namespace`.
 * @public
 */
export function recordResourceType(verb: EnvironmentsVerb): string {
  return `environments-record-${verb}`;
}

/** One permission per verb, on an environment's record. @public */
export const recordPermissions = Object.fromEntries(
  ENVIRONMENTS_VERBS.map(verb => [
    verb,
    createPermission({
      name: `environments.environment.${verb}`,
      attributes: { action: ACTIONS[verb] },
      resourceType: recordResourceType(verb),
    }),
  ]),
) as Record<EnvironmentsVerb, ResourcePermission>;

/** All permissions of the plugin. @public */
export const environmentsPermissions = ENVIRONMENTS_VERBS.map(
  verb => recordPermissions[verb],
);
