import {
  ClusterStatus,
  Environment,
  WORKLOADS_VERBS,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterReader } from '../cache/types';
import { EnvironmentAccess } from '../permissions/types';
import { BindingResolver } from './BindingResolver';
import { environmentResource } from './environmentResource';
import { entityNotFound, placeNotFound } from './notFound';
import { BoundEnvironment, CatalogModelSource, EntityScope } from './types';

/** An entity with the environments in which its workloads may be shown. */
export interface EntityView {
  readonly scope: EntityScope;
  readonly environments: readonly BoundEnvironment[];
  /** Clusters of the environments, and silent ones that may hold more. */
  readonly clusters: readonly string[];
}

/** Stands for a namespace that nobody claims. */
const NOWHERE: Omit<BoundEnvironment, 'cluster' | 'namespace'> = {
  tier: '',
  tags: [],
  restricted: false,
  kind: 'baseline',
  domainRef: '',
};

/**
 * Resolves entity -> domain -> environments, narrowed to what an access allows. Without an access nothing is narrowed.
 */
export class EntityResolver {
  readonly #models: CatalogModelSource;
  readonly #bindings: BindingResolver;
  readonly #reader: ClusterReader;

  static create(options: {
    models: CatalogModelSource;
    bindings: BindingResolver;
    reader: ClusterReader;
  }): EntityResolver {
    return new EntityResolver(options);
  }

  private constructor(options: {
    models: CatalogModelSource;
    bindings: BindingResolver;
    reader: ClusterReader;
  }) {
    this.#models = options.models;
    this.#bindings = options.bindings;
    this.#reader = options.reader;
  }

  /**
   * @throws NotFoundError when the entity is none of ours, or when the access allows its domain nowhere. Whether the
   * domain really runs somewhere makes no difference, so that the answer does not tell.
   */
  async resolve(
    entityRef: string,
    access: EnvironmentAccess | undefined,
  ): Promise<EntityView> {
    const scope = await this.#scope(entityRef);
    const { domainRef } = scope;
    if (domainRef === undefined) {
      return { scope, environments: [], clusters: [] };
    }
    const viewable = (environment: BoundEnvironment) =>
      this.#viewable(environment, scope.domainOwnerRefs, access);
    const environments = this.#bindings
      .environmentsOf(domainRef)
      .filter(viewable);
    const all = this.#bindings.clusters();
    const open = all.filter(cluster =>
      viewable(imaginedEnvironment(cluster, domainRef)),
    );
    if (environments.length === 0 && open.length === 0 && all.length > 0) {
      throw entityNotFound(entityRef);
    }
    const named = new Set([
      ...environments.map(({ cluster }) => cluster),
      ...open
        .map(({ name }) => name)
        .filter(name => !this.#bindings.knowsNamespaces(name)),
    ]);
    return {
      scope,
      environments,
      clusters: all.map(({ name }) => name).filter(name => named.has(name)),
    };
  }

  /** @throws NotFoundError when nobody claims the namespace or the access does not allow to view it. */
  async place(
    cluster: string,
    namespace: string,
    access: EnvironmentAccess | undefined,
    what?: string,
  ): Promise<BoundEnvironment> {
    const model = await this.#models.get();
    const environment = this.#bindings.environmentAt(cluster, namespace);
    // Judged also where there is nothing: the time of an answer tells nothing.
    const judged = environment ?? { ...NOWHERE, cluster, namespace };
    const viewable = this.#viewable(
      judged,
      model.ownersOf(judged.domainRef),
      access,
    );
    if (!environment || !viewable) {
      throw placeNotFound(cluster, namespace, what);
    }
    return environment;
  }

  /** An environment as callers get it, with the verbs that they hold there. */
  describe(
    environment: BoundEnvironment,
    access: EnvironmentAccess | undefined,
  ): Environment {
    const { cluster, namespace, tier, kind, domainRef } = environment;
    const owners = this.#models.latest()?.ownersOf(domainRef) ?? [];
    return {
      ref: `${cluster}/${namespace}`,
      cluster,
      namespace,
      tier,
      kind,
      domainRef,
      verbs: access
        ? access.verbs(environmentResource(environment, owners))
        : [...WORKLOADS_VERBS],
    };
  }

  /** The state of clusters, without those that the cache does not know. */
  statuses(clusters: readonly string[]): ClusterStatus[] {
    return clusters.flatMap(name => this.#reader.facts(name)?.status ?? []);
  }

  async #scope(entityRef: string): Promise<EntityScope> {
    const known = (await this.#models.get()).scope(entityRef);
    const scope = known ?? (await this.#models.refresh()).scope(entityRef);
    if (!scope) {
      throw entityNotFound(entityRef);
    }
    return scope;
  }

  #viewable(
    environment: BoundEnvironment,
    owners: readonly string[],
    access: EnvironmentAccess | undefined,
  ): boolean {
    return (
      access?.may('view', environmentResource(environment, owners)) ?? true
    );
  }
}

/** What an environment of a domain in a cluster would be, were there one. */
function imaginedEnvironment(
  cluster: ClusterDefinition,
  domainRef: string,
): BoundEnvironment {
  return {
    cluster: cluster.name,
    namespace: '',
    tier: cluster.tier,
    tags: cluster.tags,
    restricted: cluster.restricted,
    kind: 'baseline',
    domainRef,
  };
}
