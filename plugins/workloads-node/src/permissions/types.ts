/**
 * What the rules of a permission policy judge: one namespace of one cluster.
 * @public
 */
export interface EnvironmentResource {
  readonly cluster: string;
  /** Empty when the question is about a cluster as such: "could an environment of this domain here be viewed?" */
  readonly namespace: string;
  readonly tier: string;
  readonly tags: readonly string[];
  readonly restricted: boolean;
  readonly kind: 'baseline' | 'self-service';
  readonly domainRef: string;
  readonly domainOwnerRefs: readonly string[];
  /** Who made a self-service environment. */
  readonly creatorRef?: string;
}

/**
 * The part of a rule as a filter over environments, for lists that are filtered in the query.
 * @public
 */
export interface EnvironmentFilter {
  readonly property: keyof EnvironmentResource;
  readonly values: readonly (string | boolean)[];
}
