import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { WorkloadsVerb } from '@domaindeck/backstage-plugin-workloads-common';
import { EnvironmentResource } from '@domaindeck/backstage-plugin-workloads-node';

export type {
  EnvironmentFilter,
  EnvironmentResource,
} from '@domaindeck/backstage-plugin-workloads-node';

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
