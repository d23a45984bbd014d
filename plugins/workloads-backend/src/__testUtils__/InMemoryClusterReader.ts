import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import { CacheChange, ClusterFacts, ClusterReader } from '../cache/types';
import { projectors, RowTypes, WatchedResource } from '../projection';

type Rows = { [K in WatchedResource]: Map<string, RowTypes[K]> };

/** A cache that holds what tests put into it, as objects that an API server would send. */
export class InMemoryClusterReader implements ClusterReader {
  readonly #facts = new Map<string, ClusterFacts>();
  readonly #rows = new Map<string, Rows>();
  readonly #listeners = new Set<(changes: readonly CacheChange[]) => void>();

  static create(): InMemoryClusterReader {
    return new InMemoryClusterReader();
  }

  private constructor() {}

  /** Adds a cluster or changes its state. */
  setStatus(status: ClusterStatus): void {
    this.#facts.set(status.name, {
      status,
      kubernetesVersion: 'v1.36.3',
      latencyMs: 12,
      capabilities: ['watch-list'],
      denied: new Map(),
      divergences: 0,
    });
    if (!this.#rows.has(status.name)) {
      this.#rows.set(status.name, emptyRows());
    }
    this.#tell([{ type: 'cluster', cluster: status.name }]);
  }

  /** Adds or replaces an object. */
  put<K extends WatchedResource>(
    cluster: string,
    resource: K,
    raw: unknown,
  ): void {
    const row: RowTypes[K] = projectors[resource](raw);
    this.#of(cluster)[resource].set(row.uid, row);
    this.#tellRow(cluster, resource, row);
  }

  /** Removes an object by its uid. */
  remove(cluster: string, resource: WatchedResource, uid: string): void {
    const row = this.#of(cluster)[resource].get(uid);
    if (row) {
      this.#of(cluster)[resource].delete(uid);
      this.#tellRow(cluster, resource, row);
    }
  }

  /** Listeners that have not stopped. */
  get listeners(): number {
    return this.#listeners.size;
  }

  clusterNames(): readonly string[] {
    return [...this.#facts.keys()];
  }

  facts(cluster: string): ClusterFacts | undefined {
    return this.#facts.get(cluster);
  }

  rows<K extends WatchedResource>(
    cluster: string,
    resource: K,
    namespace?: string,
  ): readonly RowTypes[K][] {
    const all = [...(this.#rows.get(cluster)?.[resource].values() ?? [])];
    return namespace === undefined
      ? all
      : all.filter(row => row.namespace === namespace);
  }

  subscribe(listener: (changes: readonly CacheChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #of(cluster: string): Rows {
    const rows = this.#rows.get(cluster);
    if (!rows) {
      throw new Error(`Cluster "${cluster}" has no status yet`);
    }
    return rows;
  }

  #tellRow(
    cluster: string,
    resource: WatchedResource,
    { namespace, name, uid }: RowTypes[WatchedResource],
  ): void {
    this.#tell([{ type: 'row', cluster, resource, namespace, name, uid }]);
  }

  #tell(changes: readonly CacheChange[]): void {
    this.#listeners.forEach(listener => listener(changes));
  }
}

function emptyRows(): Rows {
  return {
    namespaces: new Map(),
    pods: new Map(),
    deployments: new Map(),
    replicasets: new Map(),
    statefulsets: new Map(),
    daemonsets: new Map(),
    jobs: new Map(),
    cronjobs: new Map(),
    horizontalpodautoscalers: new Map(),
    nodes: new Map(),
    events: new Map(),
  };
}
