/** The roles that exist without any config. @public */
export type BuiltInRole =
  | 'viewer'
  | 'developer'
  | 'operator'
  | 'owner'
  | 'auditor';

/** One verb of the suite with the built-in roles that hold it. @public */
export interface VerbRow {
  /** Written `<plugin>.<verb>`. */
  readonly verb: string;
  readonly roles: readonly BuiltInRole[];
  /**
   * For a verb that gives another one only over what the person made or is a collaborator of: that other verb. It has
   * no permission of its own; the policy turns it into a narrower condition on the permission of the other.
   */
  readonly ownOf?: string;
}

const EVERYBODY: readonly BuiltInRole[] = [
  'viewer',
  'developer',
  'operator',
  'owner',
  'auditor',
];
const READERS: readonly BuiltInRole[] = [
  'viewer',
  'developer',
  'operator',
  'owner',
];
const MAKERS: readonly BuiltInRole[] = ['developer', 'operator', 'owner'];

/**
 * Every verb of every plugin of the suite, in the order in which pages show them. Roles, the check of `access.roles`,
 * explanations and the Access tab follow from it: a plugin that brings a verb adds its row here, and its permission in
 * the policy module.
 * @public
 */
export const VERB_TABLE: readonly VerbRow[] = [
  { verb: 'workloads.view', roles: EVERYBODY },
  { verb: 'workloads.events', roles: EVERYBODY },
  { verb: 'workloads.metrics', roles: EVERYBODY },
  { verb: 'workloads.logs', roles: READERS },
  { verb: 'workloads.log-search', roles: READERS },
  { verb: 'workloads.log-download', roles: MAKERS },
  { verb: 'workloads.cluster-inspect', roles: ['operator'] },
  { verb: 'environments.env-view', roles: EVERYBODY },
  { verb: 'environments.env-create', roles: MAKERS },
  {
    verb: 'environments.env-manage-own',
    roles: MAKERS,
    ownOf: 'environments.env-manage',
  },
  { verb: 'environments.env-manage', roles: ['owner'] },
  { verb: 'environments.quota-manage', roles: ['owner'] },
  { verb: 'access.grant-manage', roles: ['owner'] },
  { verb: 'access.audit', roles: ['owner', 'auditor'] },
];

/**
 * The verb that gives another one only over what is one's own; undefined where there is none.
 * @public
 */
export function ownVerbOf(verb: string): string | undefined {
  return VERB_TABLE.find(({ ownOf }) => ownOf === verb)?.verb;
}
