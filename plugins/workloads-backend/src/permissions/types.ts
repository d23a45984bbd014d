import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { WorkloadsVerb } from '@domaindeck/backstage-plugin-workloads-common';

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

/** What one caller may do, as decided in one call. Judging an environment asks nobody. */
export interface EnvironmentAccess {
  may(verb: WorkloadsVerb, environment: EnvironmentResource): boolean;
  /** The verbs that the caller holds in an environment. */
  verbs(environment: EnvironmentResource): WorkloadsVerb[];
}

/** Asks the permission framework. */
export interface EnvironmentAuthorizer {
  /**
   * One call for all verbs and all environments.
   * @param maxAge - how many milliseconds old the decisions may be, for an authorizer that remembers
   */
  authorize(
    credentials: BackstageCredentials,
    maxAge?: number,
  ): Promise<EnvironmentAccess>;
  /** Whether the caller may look at clusters from the operator's side. */
  inspectsClusters(credentials: BackstageCredentials): Promise<boolean>;
}
