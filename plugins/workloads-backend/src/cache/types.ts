import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import { RowTypes, WatchedResource } from '../projection/rows';

/** One row of one cluster was added, replaced or removed, or the cluster's own state changed. */
export type CacheChange =
  | {
      readonly type: 'row';
      readonly cluster: string;
      readonly resource: WatchedResource;
      readonly namespace: string;
      readonly name: string;
      readonly uid: string;
    }
  | { readonly type: 'cluster'; readonly cluster: string };

/** What is known of a cluster beside its rows. */
export interface ClusterFacts {
  readonly status: ClusterStatus;
  readonly kubernetesVersion?: string;
  readonly latencyMs?: number;
  /** Their clock minus ours, from the Date header. */
  readonly clockSkewMs?: number;
  readonly capabilities: readonly string[];
  /** Watched resources that our credentials may not read, with the cluster's words. */
  readonly denied: ReadonlyMap<WatchedResource, string>;
  /** How often an audit found rows that differ from what the cluster holds. */
  readonly divergences: number;
}

/** Reading side of the watch cache: synchronous, never causes a request to a cluster. */
export interface ClusterReader {
  /** Cluster names in the order of the config. */
  clusterNames(): readonly string[];
  /** Undefined for an unknown cluster. */
  facts(cluster: string): ClusterFacts | undefined;
  /** Rows of a resource, of one namespace when given; empty for an unknown cluster. Never mutated. */
  rows<K extends WatchedResource>(
    cluster: string,
    resource: K,
    namespace?: string,
  ): readonly RowTypes[K][];
  /** Listens to changes, coalesced within some 50 ms; returns the way to stop. */
  subscribe(listener: (changes: readonly CacheChange[]) => void): () => void;
}

/** Makes the row of a raw object, for each watched resource; throws when no row can be made of it. */
export type Projectors = {
  readonly [K in WatchedResource]: (raw: unknown) => RowTypes[K];
};
