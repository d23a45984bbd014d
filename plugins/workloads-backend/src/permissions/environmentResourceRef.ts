import {
  createPermissionResourceRef,
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import {
  environmentResourceType,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import { EnvironmentFilter, EnvironmentResource } from './types';

/** The resource type of a verb as the permission framework wants it. */
export function environmentResourceRef(
  verb: WorkloadsVerb,
): PermissionResourceRef<
  EnvironmentResource,
  EnvironmentFilter,
  string,
  'workloads'
> {
  return createPermissionResourceRef<
    EnvironmentResource,
    EnvironmentFilter
  >().with({
    pluginId: 'workloads',
    resourceType: environmentResourceType(verb),
  });
}
