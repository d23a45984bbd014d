import {
  createPermissionRule,
  PermissionResourceRef,
  PermissionRule,
} from '@backstage/plugin-permission-node';
import {
  EnvironmentRuleName,
  EnvironmentRuleParams,
} from '@domaindeck/backstage-plugin-workloads-common';
import { z } from 'zod/v4';
import { EnvironmentFilter, EnvironmentResource } from './types';

/**
 * A resource type whose resources are environments, or a domain in a cluster as such.
 * @public
 */
export type EnvironmentResourceRef = PermissionResourceRef<
  EnvironmentResource,
  EnvironmentFilter,
  string,
  string
>;

type EnvironmentRule = PermissionRule<
  EnvironmentResource,
  EnvironmentFilter,
  string
>;

/** A rule that compares a property with a fixed value. */
interface PlainShape {
  readonly description: string;
  readonly filter: EnvironmentFilter;
}

/** A rule that compares a property with a list of texts, which the policy gives as its one parameter. */
interface ListShape<TParam extends string> {
  readonly description: string;
  readonly property: keyof EnvironmentResource;
  readonly param: TParam;
  /** What the list holds. */
  readonly values: string;
}

const SHAPES: {
  [Name in EnvironmentRuleName]: EnvironmentRuleParams[Name] extends undefined
    ? PlainShape
    : ListShape<keyof EnvironmentRuleParams[Name] & string>;
} = {
  IN_DOMAIN: {
    description: 'Allow environments of some domains',
    property: 'domainRef',
    param: 'domainRefs',
    values: 'Full references of domains',
  },
  IS_DOMAIN_OWNER: {
    description: 'Allow environments of domains that one of the claims owns',
    property: 'domainOwnerRefs',
    param: 'claims',
    values: 'Full references of owners',
  },
  HAS_TIER: {
    description: 'Allow environments in clusters of some tiers',
    property: 'tier',
    param: 'tiers',
    values: 'Tiers such as production',
  },
  IN_CLUSTER: {
    description: 'Allow environments in some clusters',
    property: 'cluster',
    param: 'clusters',
    values: 'Names of clusters',
  },
  HAS_TAG: {
    description: 'Allow environments in clusters that have one of some tags',
    property: 'tags',
    param: 'tags',
    values: 'Tags of clusters',
  },
  IN_NAMESPACE: {
    description: 'Allow environments in some Kubernetes namespaces',
    property: 'namespace',
    param: 'namespaces',
    values: 'Kubernetes namespaces',
  },
  CREATED_BY: {
    description: 'Allow self-service environments that some persons made',
    property: 'creatorRef',
    param: 'userRefs',
    values: 'Full references of users',
  },
  IS_SELF_SERVICE: {
    description: 'Allow self-service environments',
    filter: { property: 'kind', values: ['self-service'] },
  },
  IS_RESTRICTED: {
    description: 'Allow environments in clusters marked as restricted',
    filter: { property: 'restricted', values: [true] },
  },
};

/**
 * All rules, bound to the resource type of a verb. Every verb of every plugin has the same ones, so that a policy
 * writes one condition for all.
 * @public
 */
export function environmentRules(
  resourceRef: EnvironmentResourceRef,
): PermissionRule<EnvironmentResource, EnvironmentFilter, string>[] {
  return Object.entries(SHAPES).map(([name, shape]) =>
    'filter' in shape
      ? plainRule(resourceRef, name, shape)
      : listRule(resourceRef, name, shape),
  );
}

function plainRule(
  resourceRef: EnvironmentResourceRef,
  name: string,
  { description, filter }: PlainShape,
): EnvironmentRule {
  return createPermissionRule({
    name,
    description,
    resourceRef,
    apply: resource => matches(resource, filter),
    toQuery: () => filter,
  });
}

function listRule(
  resourceRef: EnvironmentResourceRef,
  name: string,
  { description, property, param, values }: ListShape<string>,
): EnvironmentRule {
  const list = z.array(z.string());
  return createPermissionRule({
    name,
    description,
    resourceRef,
    paramsSchema: z.object({ [param]: list.describe(values) }),
    apply: (resource, params) =>
      matches(resource, { property, values: params[param] }),
    toQuery: params => ({ property, values: params[param] }),
  });
}

function matches(
  resource: EnvironmentResource,
  filter: EnvironmentFilter,
): boolean {
  const value = resource[filter.property];
  const held: readonly unknown[] = Array.isArray(value) ? value : [value];
  return filter.values.some(wanted => held.includes(wanted));
}
