/**
 * An API server that the contract is asked of.
 * @public
 */
export interface KubernetesContractTarget {
  /** Without a slash at the end. */
  readonly url: string;
  /** PEM of the authority behind the server's certificate; absent for plain HTTP. */
  readonly ca?: string;
  /** May do everything. */
  readonly adminToken: string;
  /** May get, list and watch pods in all namespaces, and nothing else; see {@link contractRestrictedRule}. */
  readonly restrictedToken: string;
  /** Makes the server forget all earlier revisions. Others of the same server notice, so it is called in one part only. */
  forgetHistory(): Promise<void>;
}

/**
 * What the restricted token may do, in the form of RBAC.
 * @public
 */
export const contractRestrictedRule = {
  apiGroups: [''],
  resources: ['pods'],
  verbs: ['get', 'list', 'watch'],
} as const;
