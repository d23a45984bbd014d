import { InputError } from '@backstage/errors';
import { Grant, GrantScope } from './grants';
import { Roles } from './roles';

type Fields = Readonly<Record<string, unknown>>;

const GRANT_KEYS = [
  'id',
  'subject',
  'domains',
  'where',
  'role',
  'until',
  'why',
];
const SCOPE_KEYS = ['tiers', 'clusters', 'tags'];

/**
 * Reads `access.grants`. References may leave out the namespace `default`; the result holds full ones in lower case,
 * as the catalog writes them.
 *
 * @param value - the part of the config, undefined when there is none
 * @param roles - the roles that exist
 * @param key - its config key, for messages
 * @throws InputError naming the key of what is wrong: an unknown role, reference or key, or a wrong type.
 * @public
 */
export function parseGrants(
  value: unknown,
  roles: Roles,
  key = 'access.grants',
): Grant[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new InputError(`Config key ${key} must be a list of grants`);
  }
  const ids = new Set<string>();
  return value.map((item, index) => {
    const grant = parseGrant(
      item,
      roles,
      `Config key ${key}[${index}]`,
      `config-${index}`,
    );
    if (ids.has(grant.id)) {
      throw new InputError(
        `Config key ${key}[${index}].id repeats "${grant.id}"; each grant needs an id of its own`,
      );
    }
    ids.add(grant.id);
    return grant;
  });
}

/**
 * Reads one grant, of config or of a request.
 *
 * @param key - what messages call it, such as `Config key access.grants[3]`
 * @param id - its id when it gives none
 * @throws InputError naming the key of what is wrong.
 * @public
 */
export function parseGrant(
  value: unknown,
  roles: Roles,
  key: string,
  id: string,
): Grant {
  const fields = parseFields(value, GRANT_KEYS, key);
  const role = text(fields.role, `${key}.role`);
  if (!Object.hasOwn(roles, role)) {
    throw new InputError(
      `${key}.role names the unknown role "${role}"; known are ${Object.keys(
        roles,
      ).join(', ')}`,
    );
  }
  return {
    id: fields.id === undefined ? id : text(fields.id, `${key}.id`),
    subject: parseRef(fields.subject, ['group', 'user'], `${key}.subject`),
    domains: parseDomains(fields.domains, `${key}.domains`),
    where: parseScope(fields.where, `${key}.where`),
    role,
    until: parseUntil(fields.until, `${key}.until`),
    why: fields.why === undefined ? undefined : text(fields.why, `${key}.why`),
  };
}

function parseDomains(value: unknown, key: string): Grant['domains'] {
  if (value === 'owned' || value === 'all') {
    return value;
  }
  if (!Array.isArray(value) || value.length === 0) {
    throw new InputError(
      `${key} must be "owned", "all" or a list of domain references`,
    );
  }
  return value.map((ref, index) =>
    parseRef(ref, ['domain'], `${key}[${index}]`),
  );
}

function parseScope(value: unknown, key: string): GrantScope {
  if (value === undefined) {
    return {};
  }
  const fields = parseFields(value, SCOPE_KEYS, key);
  return {
    tiers: parseNames(fields.tiers, `${key}.tiers`),
    clusters: parseNames(fields.clusters, `${key}.clusters`),
    tags: parseNames(fields.tags, `${key}.tags`),
  };
}

function parseNames(value: unknown, key: string): string[] | undefined {
  if (value === undefined) {
    return undefined;
  }
  // An empty list would read as "nowhere" to one and as "anywhere" to another.
  if (!Array.isArray(value) || value.length === 0) {
    throw new InputError(
      `${key} must be a list of at least one name; leave it out to mean everywhere`,
    );
  }
  return value.map((name, index) => text(name, `${key}[${index}]`));
}

function parseUntil(value: unknown, key: string): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const at = text(value, key);
  if (!/^\d{4}-\d{2}-\d{2}/.test(at) || Number.isNaN(Date.parse(at))) {
    throw new InputError(`${key} must be a time such as 2030-01-31T00:00:00Z`);
  }
  return at;
}

function parseRef(
  value: unknown,
  kinds: readonly string[],
  key: string,
): string {
  const ref = text(value, key).toLocaleLowerCase('en-US');
  const match = /^([a-z]+):(?:([a-z0-9._-]+)\/)?([a-z0-9._-]+)$/.exec(ref);
  if (!match || !kinds.includes(match[1])) {
    throw new InputError(
      `${key} holds "${value}", which is not a reference such as ${kinds
        .map(kind => `${kind}:default/name`)
        .join(' or ')}`,
    );
  }
  const [, kind, namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`;
}

function parseFields(
  value: unknown,
  known: readonly string[],
  key: string,
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(
      `${key} must be an object with the keys ${known.join(', ')}`,
    );
  }
  const unknown = Object.keys(value).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is unknown; known are ${known.join(', ')}`,
    );
  }
  return value as Fields;
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'string' || value === '') {
    throw new InputError(`${key} must be a text that is not empty`);
  }
  return value;
}
