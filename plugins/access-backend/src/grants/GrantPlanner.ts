import {
  ConflictError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  domainsOf,
  Grant,
  GrantChange,
} from '@domaindeck/backstage-plugin-access-common';
import { AccessAuthorizer, AccessJudge } from '../permissions/AccessAuthorizer';
import { accessResource } from '../permissions/accessResource';
import { refusalOf } from '../permissions/refusalOf';
import { RightsCluster } from '../rights/guardOwners';
import { RightsSnapshot, RightsSource } from '../rights/RightsSource';
import { Caller } from '../rights/types';
import { DomainResolver } from '../scope/DomainResolver';
import { StoredGrant } from '../store/types';
import { infoOf, isStored } from './grantRecord';
import { reachOf } from './reachOf';
import { readGrantInput, readGrantPatch } from './readGrantInput';

/** A change as it would be. */
export interface GrantPlan {
  readonly snapshot: RightsSnapshot;
  /** Absent for a new grant. */
  readonly before?: StoredGrant;
  /** Absent for one that ends. */
  readonly after?: Grant;
  /** Why it is not the caller's to make. */
  readonly refusal?: string;
}

/** What {@link GrantPlanner} needs. */
export interface GrantPlannerOptions {
  readonly source: RightsSource;
  readonly resolver: DomainResolver;
  readonly authorizer: AccessAuthorizer;
  readonly clusters: readonly RightsCluster[];
}

/** Reads a change, and sees whether the caller may make it. Writes nothing. */
export class GrantPlanner {
  readonly #options: GrantPlannerOptions;

  static create(options: GrantPlannerOptions): GrantPlanner {
    return new GrantPlanner(options);
  }

  private constructor(options: GrantPlannerOptions) {
    this.#options = options;
  }

  /** Throws as the changes of `GrantsService` do, but for what is not the caller's to change. */
  async plan(
    credentials: Caller,
    change: GrantChange,
    newId: string,
  ): Promise<GrantPlan> {
    const { source, authorizer } = this.#options;
    const [snapshot, judge] = await Promise.all([
      source.get(),
      authorizer.authorize(credentials),
    ]);
    if (change.type === 'create') {
      const clusters = await this.#knownClusters(change.grant.domains, {
        snapshot,
        judge,
        credentials,
      });
      const after = readGrantInput(change.grant, newId, {
        ...snapshot,
        clusters,
      });
      const refusal = this.#refusal([after], snapshot, judge);
      return { snapshot, after, refusal };
    }
    const found = [...snapshot.configured, ...snapshot.stored].find(
      ({ id }) => id === change.id,
    );
    const before = await this.#known(found, change.id, {
      snapshot,
      judge,
      credentials,
    });
    if (change.type === 'delete') {
      const refusal = this.#refusal([before], snapshot, judge);
      return { snapshot, before, refusal };
    }
    const { revision } = change.patch;
    if (revision !== undefined && revision !== before.revision) {
      throw new ConflictError(
        `Somebody has changed this grant since; it has revision ${before.revision}, not ${revision}`,
      );
    }
    const clusters = await this.#knownClusters(before.domains, {
      snapshot,
      judge,
      credentials,
    });
    const after = readGrantPatch(before, change.patch, {
      ...snapshot,
      clusters,
    });
    const refusal = this.#refusal([before, after], snapshot, judge);
    return { snapshot, before, after, refusal };
  }

  /** A grant that the caller may know of and that can be changed here. */
  async #known(
    grant: Grant | undefined,
    id: string,
    asker: Asker,
  ): Promise<StoredGrant> {
    const absent = new NotFoundError(`There is no grant "${id}"`);
    if (!grant || !(await this.#mayKnow(grant, asker))) {
      throw absent;
    }
    if (!isStored(grant)) {
      const key = `access.grants[${asker.snapshot.configured.indexOf(grant)}]`;
      throw new NotAllowedError(
        `This grant stands in the portal's config under ${key}; it can be changed only there`,
      );
    }
    return grant;
  }

  async #mayKnow(grant: Grant, asker: Asker): Promise<boolean> {
    const { snapshot, judge, credentials } = asker;
    const reach = reachOf(grant, this.#options.clusters, snapshot.organisation);
    if (reach.some(place => judge('grant-manage', place))) {
      return true;
    }
    const domains = new Set(reach.map(({ domainRef }) => domainRef));
    for (const domainRef of snapshot.organisation.domainOwners.keys()) {
      if (domains.has(domainRef)) {
        const names = await this.#viewed(domainRef, credentials);
        if (
          reach.some(
            place =>
              place.domainRef === domainRef && names.includes(place.cluster),
          )
        ) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The clusters that the caller may name: those of which the caller changes grants, and those in which the caller
   * views something of the domains.
   * @throws NotFoundError for a domain of which the caller may not know
   */
  async #knownClusters(
    domains: Grant['domains'],
    { snapshot, judge, credentials }: Asker,
  ): Promise<RightsCluster[]> {
    const { clusters } = this.#options;
    const { domainOwners } = snapshot.organisation;
    const listed =
      typeof domains === 'string' ? undefined : domains.map(fullDomain);
    const known = new Set<string>();
    for (const domainRef of listed ?? domainOwners.keys()) {
      const owners = domainOwners.get(domainRef);
      const names = clusters
        .filter(cluster =>
          judge(
            'grant-manage',
            accessResource(cluster, domainRef, owners ?? []),
          ),
        )
        .map(({ cluster }) => cluster);
      if (listed && names.length < clusters.length) {
        names.push(...(await this.#viewed(domainRef, credentials)));
      }
      if (listed && (names.length === 0 || !owners)) {
        throw new NotFoundError(`There is no "${domainRef}"`);
      }
      names.forEach(name => known.add(name));
    }
    return clusters.filter(({ cluster }) => known.has(cluster));
  }

  async #viewed(domainRef: string, credentials: Caller): Promise<string[]> {
    try {
      const view = await this.#options.resolver.view(domainRef, credentials);
      return view.environments.map(({ cluster }) => cluster);
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return [];
      }
      throw error;
    }
  }

  #refusal(
    grants: readonly Grant[],
    snapshot: RightsSnapshot,
    judge: AccessJudge,
  ): string | undefined {
    const { organisation, roles } = snapshot;
    const refused = grants.find(
      grant =>
        !reachOf(grant, this.#options.clusters, organisation).every(place =>
          judge('grant-manage', place),
        ),
    );
    if (!refused) {
      return undefined;
    }
    const domains = domainsOf(refused, organisation);
    const owners =
      domains === 'all'
        ? []
        : domains.flatMap(ref => organisation.domainOwners.get(ref) ?? []);
    return refusalOf(
      'grant-manage',
      roles,
      `everywhere that this grant reaches in ${
        domains === 'all' ? 'all domains' : domains.join(', ')
      }`,
      [...new Set(owners)].map(ref => infoOf(snapshot, ref)),
    );
  }
}

/** Who asks, and what was read for it. */
interface Asker {
  readonly snapshot: RightsSnapshot;
  readonly judge: AccessJudge;
  readonly credentials: Caller;
}

function fullDomain(ref: string): string {
  const lower = ref.toLocaleLowerCase('en-US');
  const [, name = lower] = /^domain:([^/]+)$/.exec(lower) ?? [];
  return lower.includes('/') ? lower : `domain:default/${name}`;
}
