import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { AccessEnvironment } from '@domaindeck/backstage-plugin-access-common';

/** What is judged; creator and collaborators only where it is an environment of the self-service. */
export interface JudgedResource extends AccessEnvironment {
  readonly creatorRef?: string;
  readonly collaborators?: readonly string[];
}

/** Applies the conditions of a decision as the backend's rules do. */
export function allows(
  decision: PolicyDecision,
  resource: JudgedResource,
): boolean {
  return decision.result === AuthorizeResult.CONDITIONAL
    ? holds(decision.conditions, resource)
    : decision.result === AuthorizeResult.ALLOW;
}

function holds(
  criteria: PermissionCriteria<PermissionCondition>,
  resource: JudgedResource,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(one => holds(one, resource));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(one => holds(one, resource));
  }
  if ('not' in criteria) {
    return !holds(criteria.not, resource);
  }
  const values = Object.values(criteria.params ?? {}).flat();
  const held: Record<string, readonly unknown[]> = {
    IN_DOMAIN: [resource.domainRef],
    HAS_TIER: [resource.tier],
    IN_CLUSTER: [resource.cluster],
    HAS_TAG: resource.tags,
    CREATED_BY: [resource.creatorRef],
    SHARED_WITH: resource.collaborators ?? [],
  };
  return criteria.rule === 'IS_RESTRICTED'
    ? resource.restricted
    : values.some(value => held[criteria.rule].includes(value));
}
