/**
 * A role is a set of verbs; a verb is written `<plugin>.<verb>` because plugins may share a word.
 * @public
 */
export type Roles = Readonly<Record<string, readonly string[]>>;

const LOOK = ['workloads.view', 'workloads.events'];

/**
 * The built-in roles with the verbs that exist today. `access.roles` in config changes and adds.
 * @public
 */
export const DEFAULT_ROLES: Roles = {
  viewer: LOOK,
  developer: LOOK,
  operator: LOOK,
  owner: LOOK,
  auditor: LOOK,
};
