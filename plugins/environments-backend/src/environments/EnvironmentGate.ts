import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Roles,
  rolesWithVerb,
} from '@domaindeck/backstage-plugin-access-common';
import {
  Organisation,
  OrganisationSource,
  principalRef,
} from '@domaindeck/backstage-plugin-access-node';
import {
  ENVIRONMENTS_VERBS,
  EnvironmentsVerb,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { DomainBaseline, DomainSource } from '../domains';
import { SeesPlace } from '../planning';
import {
  baselineResource,
  RecordAccess,
  RecordAuthorizer,
  recordResource,
  RecordResource,
} from '../permissions';
import {
  EnvironmentStore,
  RecordFilter,
  StoredEnvironment,
} from '../store/types';
import { SpecificationError } from './errors';
import { Asker } from './types';

/** Environments of one domain whose versions are offered. */
const MOST_PLACES = 500;

/** What {@link EnvironmentGate} asks. */
export interface EnvironmentGateOptions {
  readonly auth: AuthService;
  readonly authorizer: RecordAuthorizer;
  readonly catalog: CatalogService;
  readonly clusters: readonly ClusterDefinition[];
  readonly domains: DomainSource;
  readonly organisation: OrganisationSource;
  readonly roles: Roles;
  readonly store: EnvironmentStore;
}

/** One caller with everything that was decided about them, in one call. */
export interface Visitor {
  readonly asker: Asker;
  /** What may be viewed; undefined: nothing. */
  readonly viewable: RecordFilter | undefined;
  may(verb: EnvironmentsVerb, environment: StoredEnvironment): boolean;
  verbs(environment: StoredEnvironment): EnvironmentsVerb[];
  /** @throws NotFoundError for what is not there or may not be viewed */
  find(id: string): Promise<StoredEnvironment>;
  /** @throws NotAllowedError that names the verb, the role that has it and whom to ask */
  demand(verb: EnvironmentsVerb, environment: StoredEnvironment): Promise<void>;
  /**
   * Baselines of a domain in clusters with self-service that the caller may see.
   *
   * @throws NotFoundError when there are none
   */
  baselines(
    domain: string,
  ): Promise<(DomainBaseline & { readonly mayCreate: boolean })[]>;
  /** Which places of a domain the caller may know of: its baselines anywhere, and environments. */
  places(domain: string): Promise<SeesPlace>;
  /**
   * The baseline that a specification means, in which the caller may create.
   *
   * @returns `cluster/namespace`
   */
  baselineOf(
    specification: Pick<Specification, 'baseline' | 'cluster' | 'domain'>,
  ): Promise<string>;
}

/** What every request passes first. */
export class EnvironmentGate {
  readonly #options: EnvironmentGateOptions;

  static create(options: EnvironmentGateOptions): EnvironmentGate {
    return new EnvironmentGate(options);
  }

  private constructor(options: EnvironmentGateOptions) {
    this.#options = options;
  }

  async enter(credentials: BackstageCredentials): Promise<Visitor> {
    const { authorizer, organisation, store } = this.#options;
    const [access, company] = await Promise.all([
      authorizer.authorize(credentials),
      organisation.get(),
    ]);
    const ref = principalRef(credentials);
    const [group] = company.directGroupsOf(ref);
    const resourceOf = (environment: StoredEnvironment) =>
      this.#resourceOf(environment, company);
    const may = (verb: EnvironmentsVerb, environment: StoredEnvironment) =>
      access.may(verb, resourceOf(environment));
    const visitor: Visitor = {
      asker: { ref, ...(group ? { group } : {}) },
      viewable: access.viewable,
      may,
      verbs: environment =>
        ENVIRONMENTS_VERBS.filter(verb => may(verb, environment)),
      find: async id => {
        const environment = await store.find(id);
        if (!environment || !may('env-view', environment)) {
          throw new NotFoundError(
            `There is no environment "${id}" that you may view`,
          );
        }
        return environment;
      },
      demand: async (verb, environment) => {
        if (!may(verb, environment)) {
          throw this.#refusal(
            verb,
            `environment "${environment.name}"`,
            environment.domain,
            company,
          );
        }
      },
      baselines: domain =>
        this.#baselines(domain, credentials, access, company),
      places: domain => this.#places(domain, access, company),
      baselineOf: async specification =>
        this.#chosen(
          specification,
          await visitor.baselines(specification.domain),
          company,
        ),
    };
    return visitor;
  }

  /** The resource of a record as the rules judge it; for the permission framework. */
  async resourceOf(environment: StoredEnvironment): Promise<RecordResource> {
    return this.#resourceOf(
      environment,
      await this.#options.organisation.get(),
    );
  }

  #resourceOf(
    environment: StoredEnvironment,
    company: Organisation,
  ): RecordResource {
    return recordResource(
      environment,
      this.#options.clusters.find(one => one.name === environment.cluster),
      company.domainOwners.get(environment.domain) ?? [],
    );
  }

  async #baselines(
    domain: string,
    credentials: BackstageCredentials,
    access: RecordAccess,
    company: Organisation,
  ): Promise<(DomainBaseline & { mayCreate: boolean })[]> {
    const { catalog, clusters, domains } = this.#options;
    const absent = () =>
      new NotFoundError(
        `There is no domain "${domain}" of which you may view a baseline`,
      );
    const entity = isEntityRef(domain)
      ? await catalog.getEntityByRef(domain, { credentials })
      : undefined;
    if (!entity) {
      throw absent();
    }
    const { baselines } = await domains.baselines(domain);
    const owners = company.domainOwners.get(domain) ?? [];
    const found = baselines.flatMap(baseline => {
      const cluster = clusters.find(one => one.name === baseline.cluster);
      if (!cluster?.selfService) {
        return [];
      }
      const resource = baselineResource(
        cluster,
        baseline.namespace,
        domain,
        owners,
      );
      const mayCreate = access.may('env-create', resource);
      return mayCreate || access.may('env-view', resource)
        ? [{ ...baseline, mayCreate }]
        : [];
    });
    if (found.length === 0) {
      throw absent();
    }
    return found;
  }

  async #places(
    domain: string,
    access: RecordAccess,
    company: Organisation,
  ): Promise<SeesPlace> {
    const { clusters, domains, store } = this.#options;
    const owners = company.domainOwners.get(domain) ?? [];
    const [{ baselines }, page] = await Promise.all([
      domains.baselines(domain),
      access.viewable
        ? store.list({ domain, filter: access.viewable, limit: MOST_PLACES })
        : { items: [] },
    ]);
    const seen = new Set(
      page.items.map(one => `${one.cluster}/${one.namespace}`),
    );
    for (const { ref, cluster: name, namespace } of baselines) {
      const cluster = clusters.find(one => one.name === name);
      if (
        cluster &&
        access.may(
          'env-view',
          baselineResource(cluster, namespace, domain, owners),
        )
      ) {
        seen.add(ref);
      }
    }
    return ref => seen.has(ref);
  }

  #chosen(
    {
      baseline,
      cluster,
      domain,
    }: Pick<Specification, 'baseline' | 'cluster' | 'domain'>,
    baselines: readonly (DomainBaseline & { readonly mayCreate: boolean })[],
    company: Organisation,
  ): string {
    const possible = baselines.filter(
      one =>
        one.cluster === cluster &&
        (baseline === undefined || one.ref === baseline),
    );
    if (possible.length === 0) {
      throw new SpecificationError([
        {
          path: baseline === undefined ? 'cluster' : 'baseline',
          code: 'no-baseline',
          message: `The domain has no baseline ${
            baseline ?? `in cluster "${cluster}"`
          } that environments can be made of.`,
        },
      ]);
    }
    const allowed = possible.filter(one => one.mayCreate);
    if (allowed.length === 0) {
      throw this.#refusal(
        'env-create',
        `cluster "${cluster}"`,
        domain,
        company,
      );
    }
    if (allowed.length > 1) {
      throw new SpecificationError([
        {
          path: 'baseline',
          code: 'baseline-needed',
          message: `The cluster has several baselines of the domain: ${allowed
            .map(one => one.ref)
            .join(', ')}; name one.`,
        },
      ]);
    }
    return allowed[0].ref;
  }

  #refusal(
    verb: EnvironmentsVerb,
    what: string,
    domain: string,
    company: Organisation,
  ): NotAllowedError {
    const { roles } = this.#options;
    const [role] = [
      ...rolesWithVerb(roles, `environments.${verb}`),
      ...rolesWithVerb(roles, `environments.${verb}-own`),
    ];
    const owners = company.domainOwners.get(domain) ?? [];
    return new NotAllowedError(
      `You may view ${what}, but not "${verb}"; ${
        role ? `the role "${role}" has it` : 'no role in access.roles has it'
      }; ${
        owners.length > 0
          ? `ask ${owners.join(' or ')}, who owns the domain`
          : 'ask the operators of the portal, because the domain has no owner in the catalog'
      }`,
    );
  }
}

/** What people send as a domain may be no reference at all. */
function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}
