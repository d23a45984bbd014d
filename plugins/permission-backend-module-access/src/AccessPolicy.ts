import {
  AuthorizeResult,
  isResourcePermission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  effectiveGrants,
  EffectiveGrant,
  Grant,
  INSPECT_VERB,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import {
  clusterInspectPermission,
  environmentPermissions,
  WORKLOADS_VERBS,
  WorkloadsVerb,
} from '@domaindeck/backstage-plugin-workloads-common';
import { grantCriteria } from './grantCriteria';
import { OrganisationSource } from './types';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const VERBS = new Map<string, WorkloadsVerb>(
  WORKLOADS_VERBS.map(verb => [environmentPermissions[verb].name, verb]),
);

/**
 * Decides DomainDeck's permissions from departments, grants and ownership.
 *
 * - A verb in an environment: conditional, one condition per grant that reaches the person.
 * - `workloads.cluster.inspect`: persons with the verb over all domains.
 * - The stock Kubernetes tab (`kubernetes.*`) reads clusters with the portal's credentials, whole clusters at a time,
 *   and would be a way around all of the above: the same persons only.
 * - Any other permission of ours that this version does not know: refused.
 * - Everything else: allowed, as in a portal without a policy. Reading the catalog is thus open to everybody who is
 *   signed in, and to the portal's own plugins.
 */
export class AccessPolicy implements PermissionPolicy {
  readonly #grants: readonly Grant[];
  readonly #roles: Roles;
  readonly #organisation: OrganisationSource;
  readonly #now: () => Date;

  static create(options: {
    grants: readonly Grant[];
    roles: Roles;
    organisation: OrganisationSource;
    now: () => Date;
  }): AccessPolicy {
    return new AccessPolicy(options);
  }

  private constructor(options: {
    grants: readonly Grant[];
    roles: Roles;
    organisation: OrganisationSource;
    now: () => Date;
  }) {
    this.#grants = options.grants;
    this.#roles = options.roles;
    this.#organisation = options.organisation;
    this.#now = options.now;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    const verb = VERBS.get(permission.name);
    if (verb && isResourcePermission(permission)) {
      return this.#environmentDecision(verb, user);
    }
    if (
      permission.name === clusterInspectPermission.name ||
      permission.name.startsWith('kubernetes.')
    ) {
      const grants = await this.#grantsOf(user, INSPECT_VERB);
      return grants.some(holdsEverywhere) ? ALLOW : DENY;
    }
    return /^(workloads|environments|access)\./.test(permission.name)
      ? DENY
      : ALLOW;
  }

  async #environmentDecision(
    verb: WorkloadsVerb,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    const grants = await this.#grantsOf(user, `workloads.${verb}`);
    const [first, ...rest] = grants.map(grant => grantCriteria(verb, grant));
    if (!first) {
      return DENY;
    }
    const conditions: PermissionCriteria<PermissionCondition> =
      rest.length > 0 ? { anyOf: [first, ...rest] } : first;
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'workloads',
      resourceType: environmentPermissions[verb].resourceType,
      conditions,
    };
  }

  async #grantsOf(
    user: PolicyQueryUser | undefined,
    verb: string,
  ): Promise<EffectiveGrant[]> {
    if (!user) {
      return [];
    }
    const organisation = await this.#organisation.get();
    return effectiveGrants(
      {
        grants: this.#grants,
        roles: this.#roles,
        domainOwners: organisation.domainOwners,
      },
      organisation.subject(user.info.userEntityRef),
      verb,
      this.#now(),
    );
  }
}

/** A grant over all domains that is narrowed to some clusters does not open the page of all clusters. */
function holdsEverywhere(grant: EffectiveGrant): boolean {
  return (
    grant.domainRefs === 'all' &&
    Object.values(grant.where).every(values => values === undefined)
  );
}
