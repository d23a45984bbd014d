import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  ForwardedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { VersionChoice } from '@domaindeck/backstage-plugin-environments-common';
import {
  LABEL_DOMAIN,
  LABEL_ENVIRONMENT_ID,
  Workload,
  WorkloadsClient,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Binding,
  Clock,
  pluginApis,
  SharedAnswers,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Relations } from '../clone';
import { ClusterDrivers } from '../drivers/types';
import { relationsOf } from './relationsOf';
import { DomainBaseline, DomainServices, DomainSource } from './types';

/** Milliseconds for which what a domain is made of is taken as it was. */
const maxAge = () => 5_000;

/** What {@link WorkloadsDomainSource} needs. */
export interface WorkloadsDomainOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof fetch;
  readonly bindings: readonly Binding[];
  readonly drivers: ClusterDrivers;
  readonly clock: Clock;
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
  readonly #relations: SharedAnswers<Relations>;
  readonly #namespaces: SharedAnswers<readonly string[]>;

  static create(options: WorkloadsDomainOptions): WorkloadsDomainSource {
    return new WorkloadsDomainSource(options);
  }

  private constructor(options: WorkloadsDomainOptions) {
    this.#options = options;
    const shared = <T>() => SharedAnswers.create<T>(options.clock);
    this.#places = shared();
    this.#services = shared();
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
    const versions: Record<string, VersionChoice[]> = {};
    const running: Record<string, DomainServices['running'][string]> = {};
    for (const workload of items) {
      const { cluster, namespace, name, health, version } = workload;
      running[`${cluster}/${namespace}/${name}`] = { health, version };
      if (workload.componentRef) {
        components[workload.name] ??= workload.componentRef;
      }
      addVersion((versions[workload.name] ??= []), workload);
    }
    return { components, versions, running };
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

/** One entry per version, with the place where it was changed last. */
function addVersion(choices: VersionChoice[], workload: Workload): void {
  const choice: VersionChoice = {
    version: workload.version,
    source: 'environment',
    where: `${workload.cluster}/${workload.namespace}`,
    at: workload.changedAt,
  };
  const index = choices.findIndex(one => one.version === choice.version);
  if (index < 0) {
    choices.push(choice);
  } else if ((choices[index].at ?? '') < (choice.at ?? '')) {
    choices[index] = choice;
  }
}
