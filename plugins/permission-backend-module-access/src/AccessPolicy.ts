import { LoggerService } from '@backstage/backend-plugin-api';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
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
  AccessRules,
  AccessSubject,
  effectiveGrants,
  EffectiveGrant,
  Grant,
  INSPECT_VERB,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import { OrganisationSource } from '@domaindeck/backstage-plugin-access-node';
import { clusterInspectPermission } from '@domaindeck/backstage-plugin-workloads-common';
import { catalogCriteria, JudgedCluster } from './catalogCriteria';
import { DecidedPermission, decidedPermissions } from './decidedPermissions';
import { grantCriteria, ownCriteria } from './grantCriteria';
import { undelegated } from './undelegated';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Roles, and all grants that are in force: those of the config and those of the database. */
export interface RulesSource {
  get(): Promise<{ readonly grants: readonly Grant[]; readonly roles: Roles }>;
}

/** What {@link AccessPolicy} needs. */
export interface AccessPolicyOptions {
  readonly rules: RulesSource;
  readonly organisation: OrganisationSource;
  /** The clusters of the config. */
  readonly clusters: readonly JudgedCluster[];
  readonly logger: LoggerService;
  readonly now: () => Date;
  /** Decides everything that is not ours; asked anew each time, because a module may set it later. */
  readonly delegate: () => PermissionPolicy | undefined;
}

/**
 * Decides DomainDeck's permissions from departments, grants and ownership.
 *
 * - A verb in an environment: conditional, one condition per grant that reaches the person; a grant whose role has the
 *   verb only over what is one's own gives a condition that also asks for the creator or the collaborators.
 * - `workloads.cluster.inspect`: persons with the verb over all domains.
 * - The stock Kubernetes tab (`kubernetes.*`) reads clusters with the portal's credentials, whole clusters at a time,
 *   and would be a way around all of the above: the same persons only.
 * - Reading the catalog: everything but the clusters and environments of ours that the person may not view.
 * - Where no delegate says otherwise: tasks of the scaffolder, one's own, because their forms and logs name environments,
 *   domains and addresses; taking out of the catalog, what one owns, because departments and domains are there, and no
 *   locations. Persons with the verb over all domains may do it with all of them.
 * - Any other permission of ours that this version does not know: refused.
 * - Everything else, and the rest of the catalog: what the delegate says. Without one allowed, as in a portal without a
 *   policy, to everybody who is signed in, and to the portal's own plugins.
 *
 * A decision that cannot be made is a refusal, and is logged.
 */
export class AccessPolicy implements PermissionPolicy {
  readonly #options: AccessPolicyOptions;

  static create(options: AccessPolicyOptions): AccessPolicy {
    return new AccessPolicy(options);
  }

  private constructor(options: AccessPolicyOptions) {
    this.#options = options;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    try {
      return await this.#decide(request, user);
    } catch (error) {
      this.#options.logger.error(
        `Refused ${request.permission.name}, because it could not be decided`,
        error instanceof Error ? error : undefined,
      );
      return DENY;
    }
  }

  async #decide(
    request: PolicyQuery,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    const { permission } = request;
    const decided = decidedPermissions.get(permission.name);
    if (decided && isResourcePermission(permission)) {
      return this.#environmentDecision(decided, user);
    }
    if (
      permission.name === clusterInspectPermission.name ||
      permission.name.startsWith('kubernetes.')
    ) {
      const grants = await this.#grantsOf(user, INSPECT_VERB);
      return grants.some(holdsEverywhere) ? ALLOW : DENY;
    }
    if (/^(workloads|environments|access)\./.test(permission.name)) {
      return DENY;
    }
    const delegate = this.#options.delegate();
    const limited = delegate ? undefined : undelegated(permission.name);
    if (limited && user) {
      const { subject, rules } = await this.#rulesFor(user);
      const now = this.#options.now();
      return effectiveGrants(rules, subject, INSPECT_VERB, now).some(
        holdsEverywhere,
      )
        ? ALLOW
        : limited(subject);
    }
    const rest = (await delegate?.handle(request, user)) ?? ALLOW;
    return permission.name === catalogEntityReadPermission.name
      ? this.#catalogDecision(rest, user)
      : rest;
  }

  /** @param rest - what the delegate says of the catalog as a whole */
  async #catalogDecision(
    rest: PolicyDecision,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    if (rest.result === AuthorizeResult.DENY) {
      return rest;
    }
    const [workloads, environments] = await Promise.all(
      ['workloads.view', 'environments.env-view'].map(verb =>
        this.#grantsOf(user, verb),
      ),
    );
    const ours = catalogCriteria(
      this.#options.clusters,
      [...workloads, ...environments],
      environments,
    );
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
      conditions:
        rest.result === AuthorizeResult.CONDITIONAL
          ? { allOf: [ours, rest.conditions] }
          : ours,
    };
  }

  async #environmentDecision(
    { verb, ownVerb, pluginId, resourceType }: DecidedPermission,
    user: PolicyQueryUser | undefined,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { subject, rules } = await this.#rulesFor(user);
    const now = this.#options.now();
    const [first, ...rest] = [
      ...effectiveGrants(rules, subject, verb, now).map(grant =>
        grantCriteria(resourceType, grant),
      ),
      ...(ownVerb ? effectiveGrants(rules, subject, ownVerb, now) : []).map(
        grant => ownCriteria(resourceType, grant, subject),
      ),
    ];
    if (!first) {
      return DENY;
    }
    const conditions: PermissionCriteria<PermissionCondition> =
      rest.length > 0 ? { anyOf: [first, ...rest] } : first;
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId,
      resourceType,
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
    const { subject, rules } = await this.#rulesFor(user);
    return effectiveGrants(rules, subject, verb, this.#options.now());
  }

  async #rulesFor(
    user: PolicyQueryUser,
  ): Promise<{ subject: AccessSubject; rules: AccessRules }> {
    const [organisation, { grants, roles }] = await Promise.all([
      this.#options.organisation.get(),
      this.#options.rules.get(),
    ]);
    return {
      subject: organisation.subject(user.info.userEntityRef),
      rules: { grants, roles, domainOwners: organisation.domainOwners },
    };
  }
}

/** A grant over all domains that is narrowed to some clusters does not open the page of all clusters. */
function holdsEverywhere(grant: EffectiveGrant): boolean {
  return (
    grant.domainRefs === 'all' &&
    Object.values(grant.where).every(values => values === undefined)
  );
}
