import { InputError } from '@backstage/errors';
import { DEFAULT_ROLES, Roles } from './roles';
import { VERB_TABLE } from './verbTable';

const KNOWN_VERBS = new Set(VERB_TABLE.map(({ verb }) => verb));

/**
 * Reads `access.roles`: each role given there replaces the built-in one of that name or adds one.
 *
 * @param value - the part of the config, undefined when there is none
 * @param key - its config key, for messages
 * @throws InputError naming the key of what is wrong.
 * @public
 */
export function parseRoles(value: unknown, key = 'access.roles'): Roles {
  if (value === undefined) {
    return DEFAULT_ROLES;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      `Config key ${key} must map names of roles to lists of verbs`,
    );
  }
  const roles: Record<string, readonly string[]> = { ...DEFAULT_ROLES };
  for (const [role, verbs] of Object.entries(value)) {
    roles[role] = parseVerbs(verbs, `${key}.${role}`);
  }
  return roles;
}

function parseVerbs(value: unknown, key: string): string[] {
  if (!Array.isArray(value)) {
    throw new InputError(`Config key ${key} must be a list of verbs`);
  }
  return value.map((verb, index) => {
    if (typeof verb !== 'string' || !KNOWN_VERBS.has(verb)) {
      throw new InputError(
        `Config key ${key}[${index}] holds the unknown verb ${JSON.stringify(
          verb,
        )}; known are ${[...KNOWN_VERBS].join(', ')}`,
      );
    }
    return verb;
  });
}
