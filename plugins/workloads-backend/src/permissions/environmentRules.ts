import {
  createPermissionResourceRef,
  createPermissionRule,
  PermissionResourceRef,
  PermissionRule,
} from '@backstage/plugin-permission-node';
import { PermissionRuleParams } from '@backstage/plugin-permission-common';
import {
  EnvironmentRuleName,
  EnvironmentRuleParams,
  environmentResourceType,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import { z } from 'zod/v4';
import { EnvironmentFilter, EnvironmentResource } from './types';

type EnvironmentResourceRef = PermissionResourceRef<
  EnvironmentResource,
  EnvironmentFilter,
  string,
  'workloads'
>;

/** One rule before it is bound to the resource type of a verb. */
interface RuleShape<TParams extends PermissionRuleParams> {
  readonly description: string;
  readonly params: z.ZodType<TParams, TParams>;
  filter(params: TParams): EnvironmentFilter;
}

const names = (description: string) =>
  z.array(z.string()).describe(description);

const SHAPES: {
  [Name in EnvironmentRuleName]: RuleShape<
    EnvironmentRuleParams[Name] extends undefined
      ? {}
      : EnvironmentRuleParams[Name]
  >;
} = {
  IN_DOMAIN: {
    description: 'Allow environments of some domains',
    params: z.object({ domainRefs: names('Full references of domains') }),
    filter: ({ domainRefs }) => ({ property: 'domainRef', values: domainRefs }),
  },
  IS_DOMAIN_OWNER: {
    description: 'Allow environments of domains that one of the claims owns',
    params: z.object({ claims: names('Full references of owners') }),
    filter: ({ claims }) => ({ property: 'domainOwnerRefs', values: claims }),
  },
  HAS_TIER: {
    description: 'Allow environments in clusters of some tiers',
    params: z.object({ tiers: names('Tiers such as production') }),
    filter: ({ tiers }) => ({ property: 'tier', values: tiers }),
  },
  IN_CLUSTER: {
    description: 'Allow environments in some clusters',
    params: z.object({ clusters: names('Names of clusters') }),
    filter: ({ clusters }) => ({ property: 'cluster', values: clusters }),
  },
  HAS_TAG: {
    description: 'Allow environments in clusters that have one of some tags',
    params: z.object({ tags: names('Tags of clusters') }),
    filter: ({ tags }) => ({ property: 'tags', values: tags }),
  },
  IN_NAMESPACE: {
    description: 'Allow environments in some Kubernetes namespaces',
    params: z.object({ namespaces: names('Kubernetes namespaces') }),
    filter: ({ namespaces }) => ({ property: 'namespace', values: namespaces }),
  },
  CREATED_BY: {
    description: 'Allow self-service environments that some persons made',
    params: z.object({ userRefs: names('Full references of users') }),
    filter: ({ userRefs }) => ({ property: 'creatorRef', values: userRefs }),
  },
  IS_SELF_SERVICE: {
    description: 'Allow self-service environments',
    params: z.object({}),
    filter: () => ({ property: 'kind', values: ['self-service'] }),
  },
  IS_RESTRICTED: {
    description: 'Allow environments in clusters marked as restricted',
    params: z.object({}),
    filter: () => ({ property: 'restricted', values: [true] }),
  },
};

/** The resource type of a verb as the permission framework wants it. */
export function environmentResourceRef(
  verb: WorkloadsVerb,
): EnvironmentResourceRef {
  return createPermissionResourceRef<
    EnvironmentResource,
    EnvironmentFilter
  >().with({
    pluginId: 'workloads',
    resourceType: environmentResourceType(verb),
  });
}

/** All rules, bound to the resource type of a verb. Every verb has the same ones. */
export function environmentRules(
  verb: WorkloadsVerb,
): PermissionRule<EnvironmentResource, EnvironmentFilter, string>[] {
  return Object.entries(SHAPES).map(([name, shape]) =>
    bindRule(verb, name, shape),
  );
}

function bindRule<TParams extends PermissionRuleParams>(
  verb: WorkloadsVerb,
  name: string,
  shape: RuleShape<TParams>,
): PermissionRule<EnvironmentResource, EnvironmentFilter, string> {
  const parse = (params: unknown) => shape.filter(shape.params.parse(params));
  return createPermissionRule({
    name,
    description: shape.description,
    resourceRef: environmentResourceRef(verb),
    paramsSchema: shape.params,
    apply: (resource, params) => matches(resource, parse(params)),
    toQuery: params => parse(params),
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
