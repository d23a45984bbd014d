import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ACCESS_VERBS, AccessVerb } from './verbs';

/**
 * The resource type of a verb. Each verb has one of its own, because the community RBAC plugin matches conditions by
 * resource type and action. The resource is a domain in a cluster, written `cluster/domain:namespace/name`.
 * @public
 */
export function accessResourceType(verb: AccessVerb): string {
  return `access-environment-${verb}`;
}

/**
 * One permission per verb, on a domain in a cluster. The rules are those of the environments of the `workloads`
 * plugin.
 * @public
 */
export const accessPermissions: Readonly<
  Record<AccessVerb, ResourcePermission>
> = {
  'grant-manage': createPermission({
    name: 'access.environment.grant-manage',
    attributes: { action: 'update' },
    resourceType: accessResourceType('grant-manage'),
  }),
  audit: createPermission({
    name: 'access.environment.audit',
    attributes: { action: 'read' },
    resourceType: accessResourceType('audit'),
  }),
};

/** All permissions of the plugin. @public */
export const allAccessPermissions = ACCESS_VERBS.map(
  verb => accessPermissions[verb],
);
