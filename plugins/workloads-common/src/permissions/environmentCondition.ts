import {
  PermissionCondition,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import { environmentResourceType } from './permissions';
import { WorkloadsVerb } from './verbs';

/**
 * Parameters of the rules that judge an environment, by name of the rule. The backend implements them; a policy uses
 * {@link environmentCondition} and needs no import of the backend.
 * @public
 */
export interface EnvironmentRuleParams {
  /** The environment belongs to one of these domains, by full ref. */
  IN_DOMAIN: { domainRefs: string[] };
  /** One of these refs owns the environment's domain in the catalog. */
  IS_DOMAIN_OWNER: { claims: string[] };
  /** The cluster is of one of these tiers. */
  HAS_TIER: { tiers: string[] };
  /** The cluster is one of these. */
  IN_CLUSTER: { clusters: string[] };
  /** The cluster has at least one of these tags. */
  HAS_TAG: { tags: string[] };
  /** The namespace is one of these. */
  IN_NAMESPACE: { namespaces: string[] };
  /** One of these persons made the self-service environment. */
  CREATED_BY: { userRefs: string[] };
  /** The environment is a self-service one. */
  IS_SELF_SERVICE: undefined;
  /** The cluster is marked `restricted` in config. */
  IS_RESTRICTED: undefined;
}

/** Name of a rule that judges an environment. @public */
export type EnvironmentRuleName = keyof EnvironmentRuleParams;

/**
 * A condition for a conditional decision about a verb's permission.
 *
 * @param params - absent for the rules that take none
 * @public
 */
export function environmentCondition<TRule extends EnvironmentRuleName>(
  verb: WorkloadsVerb,
  rule: TRule,
  ...params: EnvironmentRuleParams[TRule] extends undefined
    ? []
    : [params: EnvironmentRuleParams[TRule]]
): PermissionCondition {
  const given: PermissionRuleParams = params[0];
  return {
    resourceType: environmentResourceType(verb),
    rule,
    ...(given ? { params: given } : {}),
  };
}
