/**
 * A rule of RBAC that the portal's account needs in a cluster.
 */
export interface NeededRule {
  /** Of the objects; all namespaces unless told. */
  readonly namespace?: string;
  /** Empty for the group without a name. */
  readonly group: string;
  /** Plural, with the part below it after a slash, such as `pods/log`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Only these objects; all unless told. */
  readonly names?: readonly string[];
}
