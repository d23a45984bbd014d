import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ForwardedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  LABEL_DOMAIN,
  LABEL_ENVIRONMENT_ID,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Binding,
  pluginApis,
  SharedAnswers,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Relations } from '../clone';
import { ClusterDrivers } from '../drivers/types';
import { relationsOf } from './relationsOf';
import { seenVersions } from './seenVersions';
import {
  DomainBaseline,
  DomainServices,
  DomainSource,
  SeenVersion,
} from './types';

/** Milliseconds for which what a domain is made of is taken as it was. */
const maxAge = () => 5_000;
/** The same of what ran before, and how many releases are looked at. */
const maxHistoryAge = () => 30_000;
const RELEASES = 500;

/** What {@link WorkloadsDomainSource} needs. */
export interface WorkloadsDomainOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof fetch;
  readonly bindings: readonly Binding[];
  readonly drivers: ClusterDrivers;
  readonly now: () => number;
}

/**
 * Asks the `workloads` backend, which knows bindings and what runs, and the catalog, which knows relations; both as the
 * plugin itself. Who may know of it is decided by the callers of this.
 */
export class WorkloadsDomainSource implements DomainSource {
  readonly #options: WorkloadsDomainOptions;
  readonly #places: SharedAnswers<
    Awaited<ReturnType<DomainSource['baselines']>>
  >;
  readonly #services: SharedAnswers<DomainServices>;
  readonly #versions: SharedAnswers<Record<string, readonly SeenVersion[]>>;
  readonly #relations: SharedAnswers<Relations>;
  readonly #namespaces: SharedAnswers<readonly string[]>;

  static create(options: WorkloadsDomainOptions): WorkloadsDomainSource {
    return new WorkloadsDomainSource(options);
  }

  private constructor(options: WorkloadsDomainOptions) {
    this.#options = options;
    const shared = <T>() => SharedAnswers.create<T>(options);
    this.#places = shared();
    this.#services = shared();
    this.#versions = shared();
    this.#relations = shared();
    this.#namespaces = shared();
  }

  /** {@inheritDoc DomainSource.baselines} */
  baselines(domainRef: string) {
    return this.#places.get(domainRef, maxAge, () =>
      this.#readPlaces(domainRef),
    );
  }

  /** {@inheritDoc DomainSource.services} */
  services(domainRef: string): Promise<DomainServices> {
    return this.#services.get(domainRef, maxAge, () =>
      this.#readServices(domainRef),
    );
  }

  /** {@inheritDoc DomainSource.versions} */
  versions(domainRef: string): Promise<Record<string, readonly SeenVersion[]>> {
    return this.#versions.get(domainRef, maxHistoryAge, async () => {
      const client = this.#client();
      const [workloads, changes] = await Promise.all([
        client.getWorkloads(domainRef),
        client.getChanges(domainRef, { type: 'release', limit: RELEASES }),
      ]);
      return seenVersions(workloads.items, changes.items);
    });
  }

  /** {@inheritDoc DomainSource.relations} */
  relations(domainRef: string): Promise<Relations> {
    return this.#relations.get(domainRef, maxAge, () =>
      this.#readRelations(domainRef),
    );
  }

  /** {@inheritDoc DomainSource.baselinesIn} */
  baselinesIn(cluster: string): Promise<readonly string[]> {
    return this.#namespaces.get(cluster, maxAge, async () => {
      const configured = this.#options.bindings
        .filter(binding => binding.cluster === cluster)
        .flatMap(binding => binding.namespaces);
      const driver = this.#options.drivers.get(cluster);
      const labelled = (await driver?.labelledNamespaces(LABEL_DOMAIN)) ?? [];
      return [
        ...configured,
        ...labelled
          .filter(one => !one.metadata.labels?.[LABEL_ENVIRONMENT_ID])
          .map(one => one.metadata.name),
      ];
    });
  }

  async #readPlaces(domainRef: string) {
    const client = this.#client();
    try {
      const { items, clusters } = await client.getEnvironments(domainRef);
      const baselines = items
        .filter(item => item.kind === 'baseline')
        .map(
          ({ ref, cluster, namespace }): DomainBaseline => ({
            ref,
            cluster,
            namespace,
          }),
        );
      return { baselines, clusters };
    } catch (error) {
      throw ResponseError.is(error) && error.cause.name === 'NotFoundError'
        ? new NotFoundError(`There is no domain "${domainRef}"`)
        : new ForwardedError(
            `Where ${domainRef} lives could not be read`,
            error,
          );
    }
  }

  async #readServices(domainRef: string): Promise<DomainServices> {
    const client = this.#client();
    const { items } = await client.getWorkloads(domainRef);
    const components: Record<string, string> = {};
    const running: Record<string, DomainServices['running'][string]> = {};
    for (const workload of items) {
      const { cluster, namespace, name, health, version } = workload;
      running[`${cluster}/${namespace}/${name}`] = { health, version };
      if (workload.componentRef) {
        components[workload.name] ??= workload.componentRef;
      }
    }
    return { components, running };
  }

  async #readRelations(domainRef: string): Promise<Relations> {
    const { auth, catalog } = this.#options;
    const { components } = await this.services(domainRef);
    const entities: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        filter: [{ kind: 'Component' }, { kind: 'API' }, { kind: 'Resource' }],
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'spec.type',
          'relations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return relationsOf(entities, components);
  }

  #client(): WorkloadsClient {
    return new WorkloadsClient(
      pluginApis({ ...this.#options, plugin: 'workloads' }),
    );
  }
}
