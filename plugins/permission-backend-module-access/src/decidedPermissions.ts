import {
  accessPermissions,
  ACCESS_VERBS,
  accessResourceType,
  ownVerbOf,
} from '@domaindeck/backstage-plugin-access-common';
import {
  ENVIRONMENTS_VERBS,
  recordPermissions,
  recordResourceType,
} from '@domaindeck/backstage-plugin-environments-common';
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
  /** The verb that gives the same, but only over what the person made or shares in. */
  readonly ownVerb?: string;
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
    ...ENVIRONMENTS_VERBS.map((verb): [string, DecidedPermission] => [
      recordPermissions[verb].name,
      {
        verb: `environments.${verb}`,
        pluginId: 'environments',
        resourceType: recordResourceType(verb),
        ownVerb: ownVerbOf(`environments.${verb}`),
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
