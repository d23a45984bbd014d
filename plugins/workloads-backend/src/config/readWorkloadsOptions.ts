import { Config } from '@backstage/config';
import { parseRoles, Roles } from '@domaindeck/backstage-plugin-access-common';
import { ClusterRegistry } from '@domaindeck/backstage-plugin-workloads-node';

/** Everything that this backend takes from the config; nothing else in it reads config. */
export interface WorkloadsOptions {
  readonly registry: ClusterRegistry;
  /** Whether Backstage asks the permission policy at all; without it everybody may read everything. */
  readonly permissionsEnabled: boolean;
  /** Only to say in a refusal which role has the verb; the policy decides. */
  readonly roles: Roles;
}

/** @throws InputError naming the exact key when something in the config is wrong. */
export function readWorkloadsOptions(config: Config): WorkloadsOptions {
  return {
    registry: ClusterRegistry.fromConfig(config),
    permissionsEnabled:
      config.getOptionalBoolean('permission.enabled') ?? false,
    roles: parseRoles(config.getOptional('access.roles')),
  };
}
