import {
  createPermissionResourceRef,
  createPermissionRule,
  PermissionResourceRef,
  PermissionRule,
} from '@backstage/plugin-permission-node';
import {
  EnvironmentsVerb,
  recordResourceType,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  ClusterDefinition,
  EnvironmentFilter,
  EnvironmentResource,
  environmentRules,
} from '@domaindeck/backstage-plugin-workloads-node';
import { z } from 'zod/v4';
import { StoredEnvironment } from '../store/types';

/** What the rules of a permission policy judge: the record of an environment, or a baseline to clone. */
export interface RecordResource extends EnvironmentResource {
  readonly collaboratorRefs: readonly string[];
}

/** The part of a rule as a filter over records. */
export type RecordResourceFilter =
  | EnvironmentFilter
  | {
      readonly property: 'collaboratorRefs';
      readonly values: readonly string[];
    };

/** The resource type of a verb as the permission framework wants it. */
export type RecordResourceRef = PermissionResourceRef<
  RecordResource,
  RecordResourceFilter,
  string,
  'environments'
>;

/** The resource type of a verb. */
export function recordResourceRef(verb: EnvironmentsVerb): RecordResourceRef {
  return createPermissionResourceRef<
    RecordResource,
    RecordResourceFilter
  >().with({
    pluginId: 'environments',
    resourceType: recordResourceType(verb),
  });
}

/** The rules of the environments of the workloads plugin, and one of records. */
export function recordRules(
  resourceRef: RecordResourceRef,
): PermissionRule<RecordResource, RecordResourceFilter, string>[] {
  const shared = createPermissionRule({
    name: 'SHARED_WITH',
    description: 'Allow environments on which one of the claims works too',
    resourceRef,
    paramsSchema: z.object({
      claims: z
        .array(z.string())
        .describe('Full references of users or groups'),
    }),
    apply: (resource, { claims }) =>
      resource.collaboratorRefs.some(one => claims.includes(one)),
    toQuery: ({ claims }) => ({
      property: 'collaboratorRefs' as const,
      values: claims,
    }),
  });
  return [
    ...(environmentRules(
      resourceRef as unknown as Parameters<typeof environmentRules>[0],
    ) as unknown as PermissionRule<
      RecordResource,
      RecordResourceFilter,
      string
    >[]),
    shared as unknown as PermissionRule<
      RecordResource,
      RecordResourceFilter,
      string
    >,
  ];
}

/** An environment as the rules judge it. */
export function recordResource(
  environment: Pick<
    StoredEnvironment,
    'cluster' | 'namespace' | 'tier' | 'domain' | 'creator' | 'collaborators'
  >,
  cluster: ClusterDefinition | undefined,
  domainOwnerRefs: readonly string[],
): RecordResource {
  return {
    cluster: environment.cluster,
    namespace: environment.namespace,
    tier: environment.tier,
    tags: cluster?.tags ?? [],
    // A cluster that is gone from the config is reached by nobody who was not named.
    restricted: cluster?.restricted ?? true,
    kind: 'self-service',
    domainRef: environment.domain,
    domainOwnerRefs,
    creatorRef: environment.creator,
    collaboratorRefs: environment.collaborators,
  };
}

/** A baseline of a domain, on which it is judged whether one may clone it. */
export function baselineResource(
  cluster: ClusterDefinition,
  namespace: string,
  domainRef: string,
  domainOwnerRefs: readonly string[],
): RecordResource {
  return {
    cluster: cluster.name,
    namespace,
    tier: cluster.tier,
    tags: cluster.tags,
    restricted: cluster.restricted,
    kind: 'baseline',
    domainRef,
    domainOwnerRefs,
    collaboratorRefs: [],
  };
}
