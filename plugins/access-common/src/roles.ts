import { BuiltInRole, VERB_TABLE } from './verbTable';

/**
 * A role is a set of verbs; a verb is written `<plugin>.<verb>` because plugins may share a word.
 * @public
 */
export type Roles = Readonly<Record<string, readonly string[]>>;

/**
 * The role that the owner of a domain in the catalog has there.
 * @public
 */
export const OWNER_ROLE = 'owner';

/**
 * Looking at clusters from the operator's side. Counts only in a grant over all domains, because a cluster belongs to
 * no single one.
 * @public
 */
export const INSPECT_VERB = 'workloads.cluster-inspect';

/**
 * Changing who may do what.
 * @public
 */
export const GRANT_VERB = 'access.grant-manage';

/**
 * Reading the record of what was done.
 * @public
 */
export const AUDIT_VERB = 'access.audit';

/**
 * The built-in roles with the verbs that exist today, from {@link VERB_TABLE}. `access.roles` in config changes and
 * adds.
 * @public
 */
export const DEFAULT_ROLES: Roles & Readonly<Record<BuiltInRole, string[]>> = {
  viewer: verbsOf('viewer'),
  developer: verbsOf('developer'),
  operator: verbsOf('operator'),
  owner: verbsOf('owner'),
  auditor: verbsOf('auditor'),
};

function verbsOf(role: BuiltInRole): string[] {
  return VERB_TABLE.filter(({ roles }) => roles.includes(role)).map(
    ({ verb }) => verb,
  );
}

/**
 * The built-in roles that stand above one another, the weakest first. An auditor stands beside them.
 * @public
 */
export const LADDER: readonly string[] = [
  'viewer',
  'developer',
  'operator',
  'owner',
];

/**
 * Whether a role holds a verb; false for a role that does not exist.
 * @public
 */
export function roleHasVerb(roles: Roles, role: string, verb: string): boolean {
  return Object.hasOwn(roles, role) && roles[role].includes(verb);
}

/**
 * The roles that hold a verb, the least to ask for first: the built-in ones from viewer to owner, then all others, the
 * one with the fewest verbs first.
 * @public
 */
export function rolesWithVerb(roles: Roles, verb: string): string[] {
  const step = (role: string) =>
    LADDER.includes(role) ? LADDER.indexOf(role) : LADDER.length;
  return Object.keys(roles)
    .filter(role => roleHasVerb(roles, role, verb))
    .sort((a, b) => step(a) - step(b) || roles[a].length - roles[b].length);
}
