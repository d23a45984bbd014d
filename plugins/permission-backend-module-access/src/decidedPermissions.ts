import {
  accessPermissions,
  ACCESS_VERBS,
  accessResourceType,
} from '@domaindeck/backstage-plugin-access-common';
import {
  environmentPermissions,
  environmentResourceType,
  WORKLOADS_VERBS,
} from '@domaindeck/backstage-plugin-workloads-common';

/** A permission of ours that is decided by grants. */
export interface DecidedPermission {
  /** As roles hold it: `<plugin>.<verb>`. */
  readonly verb: string;
  readonly pluginId: string;
  readonly resourceType: string;
}

/** The permissions that grants decide, by name. A plugin that comes later adds its verbs here. */
export const decidedPermissions: ReadonlyMap<string, DecidedPermission> =
  new Map([
    ...WORKLOADS_VERBS.map((verb): [string, DecidedPermission] => [
      environmentPermissions[verb].name,
      {
        verb: `workloads.${verb}`,
        pluginId: 'workloads',
        resourceType: environmentResourceType(verb),
      },
    ]),
    ...ACCESS_VERBS.map((verb): [string, DecidedPermission] => [
      accessPermissions[verb].name,
      {
        verb: `access.${verb}`,
        pluginId: 'access',
        resourceType: accessResourceType(verb),
      },
    ]),
  ]);
