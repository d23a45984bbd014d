import {
  AccessRules,
  domainsOf,
  Grant,
  hasEnded,
  HeldGrant,
  heldGrants,
  INSPECT_VERB,
  reachesEnvironment,
  RightsCell,
  RightsEnvironment,
  RightSource,
  Roles,
  roleHasVerb,
  strongestRole,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import { Organisation } from '@domaindeck/backstage-plugin-access-node';

/** Everything that the rights in a domain follow from, at one moment. */
export interface DomainRightsOptions {
  readonly domainRef: string;
  /** The clusters that are looked at. */
  readonly environments: readonly RightsEnvironment[];
  /** All that there are, of config and database. */
  readonly grants: readonly Grant[];
  readonly roles: Roles;
  readonly organisation: Organisation;
  readonly now: Date;
}

/** Who holds what in one domain. Grants that do not reach the domain are left out once, not for every person. */
export class DomainRights {
  readonly domainRef: string;
  readonly environments: readonly RightsEnvironment[];
  readonly organisation: Organisation;
  readonly roles: Roles;
  readonly #rules: AccessRules;
  readonly #now: Date;

  static create(options: DomainRightsOptions): DomainRights {
    return new DomainRights(options);
  }

  private constructor(options: DomainRightsOptions) {
    const { domainRef, organisation, now } = options;
    const owners = organisation.domainOwners.get(domainRef) ?? [];
    const domainOwners = new Map([[domainRef, owners]]);
    this.domainRef = domainRef;
    this.environments = options.environments;
    this.organisation = organisation;
    this.roles = options.roles;
    this.#now = now;
    this.#rules = {
      roles: options.roles,
      domainOwners,
      grants: options.grants.filter(grant => {
        const domains = domainsOf(grant, { domainOwners });
        const reaches = domains === 'all' || domains.includes(domainRef);
        return reaches && !hasEnded(grant, now);
      }),
    };
  }

  /** The grants that are in force in the domain. */
  get grants(): readonly Grant[] {
    return this.#rules.grants;
  }

  get owners(): readonly string[] {
    return this.#rules.domainOwners.get(this.domainRef) ?? [];
  }

  /** What somebody holds in the domain, wherever it reaches. */
  held(ref: string): HeldGrant[] {
    return heldGrants(this.#rules, this.organisation.subject(ref), this.#now);
  }

  /** Of what somebody holds, that which reaches a cluster. */
  in(held: readonly HeldGrant[], environment: RightsEnvironment): HeldGrant[] {
    const place = { ...environment, domainRef: this.domainRef };
    return held.filter(grant => reachesEnvironment(grant, place));
  }

  /** The strongest role of somebody in every cluster that is looked at. */
  cells(ref: string): RightsCell[] {
    const held = this.held(ref);
    return this.environments.map(environment =>
      this.#cell(environment, this.in(held, environment)),
    );
  }

  verbsOf(held: readonly HeldGrant[]): Set<string> {
    return new Set(
      held
        .flatMap(({ role }) => this.roles[role] ?? [])
        // It is about clusters, not about a domain in them.
        .filter(verb => verb !== INSPECT_VERB),
    );
  }

  holds(held: readonly HeldGrant[], verb: string): boolean {
    return held.some(({ role }) => roleHasVerb(this.roles, role, verb));
  }

  /** Every verb that some role has in a domain, in the order of the roles. */
  verbs(): string[] {
    const all = new Set(Object.values(this.roles).flat());
    all.delete(INSPECT_VERB);
    return [...all];
  }

  info(ref: string): SubjectInfo {
    return {
      ref,
      kind: ref.startsWith('group:') ? 'group' : 'user',
      title: this.organisation.titleOf(ref),
      ...(this.organisation.has(ref) ? {} : { known: false }),
    };
  }

  sourceOf({ source }: HeldGrant): RightSource {
    return source.type === 'ownership'
      ? { type: 'ownership', subject: this.info(source.ownerRef) }
      : {
          type: 'grant',
          grantId: source.grant.id,
          subject: this.info(source.grant.subject),
          until: source.grant.until,
        };
  }

  #cell(
    { cluster }: RightsEnvironment,
    held: readonly HeldGrant[],
  ): RightsCell {
    const names = [...new Set(held.map(grant => grant.role))];
    const role = strongestRole(this.roles, names);
    if (role === undefined) {
      return { cluster };
    }
    // Of several ways to the same role the shortest, and of those one without an end.
    const [why] = held
      .filter(grant => grant.role === role)
      .sort((a, b) => a.path.length - b.path.length || endOf(a) - endOf(b));
    return {
      cluster,
      role,
      source: this.sourceOf(why),
      ...(names.length > 1 ? { roles: names } : {}),
    };
  }
}

function endOf({ source }: HeldGrant): number {
  return source.type === 'grant' && source.grant.until !== undefined ? 1 : 0;
}
