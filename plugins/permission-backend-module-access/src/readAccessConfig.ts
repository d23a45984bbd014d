import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  Grant,
  parseGrants,
  parseRoles,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';

const KNOWN = [
  'roles',
  'grants',
  'audit',
  'dangerouslyAllowActionsWithoutPermissions',
];

/**
 * Reads the `access` part of the config.
 * @throws InputError naming the key that is wrong; the permission backend then does not start.
 */
export function readAccessConfig(config: Config): {
  grants: readonly Grant[];
  roles: Roles;
} {
  const access = config.getOptionalConfig('access');
  const unknown = access?.keys().find(key => !KNOWN.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `Config key access.${unknown} is unknown; known are ${KNOWN.join(', ')}`,
    );
  }
  const roles = parseRoles(access?.getOptional('roles'));
  return { roles, grants: parseGrants(access?.getOptional('grants'), roles) };
}
