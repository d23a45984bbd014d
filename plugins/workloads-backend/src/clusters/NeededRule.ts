/**
 * A rule of RBAC that the portal's account needs in all namespaces of a cluster.
 */
export interface NeededRule {
  /** Empty for the group without a name. */
  readonly group: string;
  /** Plural, with the part below it after a slash, such as `pods/log`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Only these objects; all unless told. */
  readonly names?: readonly string[];
}
