import {
  Binding,
  ClusterDefinition,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterReader } from '../cache/types';
import { namespaceClaim } from './namespaceClaim';
import { BoundEnvironment } from './types';

/**
 * Knows which namespace of which cluster belongs to which domain: the operator's bindings in config first, then the
 * labels of the namespaces. Asks nobody; the index of a cluster is made again when its namespaces have changed.
 */
export class BindingResolver {
  readonly #clusters: ReadonlyMap<string, ClusterDefinition>;
  readonly #reader: ClusterReader;
  /** By cluster, then namespace. */
  readonly #configured = new Map<string, Map<string, string>>();
  readonly #index = new Map<string, ReadonlyMap<string, BoundEnvironment>>();
  /** By domain; made when it is asked for. */
  #domains: ReadonlyMap<string, readonly BoundEnvironment[]> | undefined;

  static create(options: {
    clusters: readonly ClusterDefinition[];
    bindings: readonly Binding[];
    reader: ClusterReader;
  }): BindingResolver {
    return new BindingResolver(options);
  }

  private constructor(options: {
    clusters: readonly ClusterDefinition[];
    bindings: readonly Binding[];
    reader: ClusterReader;
  }) {
    this.#clusters = new Map(
      options.clusters.map(cluster => [cluster.name, cluster]),
    );
    this.#reader = options.reader;
    for (const { cluster, domainRef, namespaces } of options.bindings) {
      const configured = this.#configured.get(cluster) ?? new Map();
      namespaces.forEach(namespace => configured.set(namespace, domainRef));
      this.#configured.set(cluster, configured);
    }
    options.reader.subscribe(changes => {
      for (const change of changes) {
        if (change.type === 'row' && change.resource === 'namespaces') {
          this.#index.delete(change.cluster);
          this.#domains = undefined;
        }
      }
    });
  }

  /** All clusters, in the order of the config. */
  clusters(): readonly ClusterDefinition[] {
    return [...this.#clusters.values()];
  }

  /** The environments of a domain, clusters in the order of the config, then by namespace. */
  environmentsOf(domainRef: string): readonly BoundEnvironment[] {
    this.#domains ??= byDomain(this.environments());
    return this.#domains.get(domainRef) ?? [];
  }

  environments(): BoundEnvironment[] {
    return [...this.#clusters.keys()].flatMap(name => [
      ...this.#indexOf(name).values(),
    ]);
  }

  environmentAt(
    cluster: string,
    namespace: string,
  ): BoundEnvironment | undefined {
    return this.#indexOf(cluster).get(namespace);
  }

  /**
   * Whether the namespaces of a cluster were ever read. Until then only the bindings in config are known, and nobody
   * can say that a domain has nothing there.
   */
  knowsNamespaces(cluster: string): boolean {
    return this.#reader.rows(cluster, 'namespaces').length > 0;
  }

  #indexOf(cluster: string): ReadonlyMap<string, BoundEnvironment> {
    const known = this.#index.get(cluster);
    if (known) {
      return known;
    }
    const definition = this.#clusters.get(cluster);
    const index = definition ? this.#build(definition) : new Map();
    this.#index.set(cluster, index);
    return index;
  }

  #build(cluster: ClusterDefinition): ReadonlyMap<string, BoundEnvironment> {
    const found: BoundEnvironment[] = [];
    const common = {
      cluster: cluster.name,
      tier: cluster.tier,
      tags: cluster.tags,
      restricted: cluster.restricted,
    };
    const configured = this.#configured.get(cluster.name) ?? new Map();
    for (const [namespace, domainRef] of configured) {
      found.push({ ...common, namespace, domainRef, kind: 'baseline' });
    }
    for (const row of this.#reader.rows(cluster.name, 'namespaces')) {
      const claim = namespaceClaim(row, cluster.selfService);
      if (claim && !configured.has(row.name)) {
        found.push({ ...common, namespace: row.name, ...claim });
      }
    }
    found.sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
    return new Map(found.map(item => [item.namespace, item]));
  }
}

function byDomain(
  environments: readonly BoundEnvironment[],
): ReadonlyMap<string, readonly BoundEnvironment[]> {
  const found = new Map<string, BoundEnvironment[]>();
  for (const environment of environments) {
    const others = found.get(environment.domainRef);
    if (others) {
      others.push(environment);
    } else {
      found.set(environment.domainRef, [environment]);
    }
  }
  return found;
}
