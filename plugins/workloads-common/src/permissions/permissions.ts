import {
  BasicPermission,
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { WORKLOADS_VERBS, WorkloadsVerb } from './verbs';

/**
 * The resource type of a verb. Each verb has one of its own, because the community RBAC plugin matches conditions by
 * resource type and action, and several of our verbs share an action.
 * @public
 */
export function environmentResourceType(verb: WorkloadsVerb): string {
  return `workloads-environment-${verb}`;
}

/**
 * One permission per verb, on an environment.
 * @public
 */
export const environmentPermissions = Object.fromEntries(
  WORKLOADS_VERBS.map(verb => [
    verb,
    createPermission({
      name: `workloads.environment.${verb}`,
      attributes: { action: 'read' },
      resourceType: environmentResourceType(verb),
    }),
  ]),
) as Record<WorkloadsVerb, ResourcePermission>;

/**
 * Looking at clusters from the operator's side: the Clusters page, the check of our credentials, unclaimed namespaces.
 * @public
 */
export const clusterInspectPermission: BasicPermission = createPermission({
  name: 'workloads.cluster.inspect',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. @public */
export const workloadsPermissions = [
  ...WORKLOADS_VERBS.map(verb => environmentPermissions[verb]),
  clusterInspectPermission,
];
