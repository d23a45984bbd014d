import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Clock,
  ClusterConnection,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RowTypes, WatchedResource } from '../projection/rows';
import { ChangeBuffer } from './ChangeBuffer';
import { ClusterCache } from './ClusterCache';
import { TimeShare } from './TimeShare';
import { CacheChange, ClusterFacts, ClusterReader, Projectors } from './types';
import { watchedResourceNames } from './watchedResources';

/** What a {@link WatchCache} works with. */
export interface WatchCacheOptions {
  /** One for each cluster, in the order of the config; their owner closes them. */
  readonly connections: readonly ClusterConnection[];
  readonly projectors: Projectors;
  readonly logger: LoggerService;
  readonly clock?: Clock;
  /** From 0 to below 1. */
  readonly random?: () => number;
  /** How the parsers share the event loop. */
  readonly timeShare?: TimeShare;
  /** What is watched; all that is known unless told. */
  readonly resources?: readonly WatchedResource[];
}

/**
 * The rows of all clusters, each kept up to date on its own.
 *
 * Guarantees: reading never waits and never asks a cluster; once a cluster has become quiet and answers, its rows equal
 * what it holds, whatever happened before.
 */
export class WatchCache implements ClusterReader {
  readonly #clusters: ReadonlyMap<string, ClusterCache>;
  readonly #changes: ChangeBuffer;

  static create(options: WatchCacheOptions): WatchCache {
    return new WatchCache(options);
  }

  private constructor(options: WatchCacheOptions) {
    const { projectors, logger } = options;
    const clock = options.clock ?? systemClock;
    const random = options.random ?? Math.random;
    const timeShare = options.timeShare ?? TimeShare.create();
    const resources = options.resources ?? watchedResourceNames;
    const changes = ChangeBuffer.create(clock, error =>
      logger.error(`A listener of the watch cache failed: ${error}`),
    );
    this.#changes = changes;
    this.#clusters = new Map(
      options.connections.map(connection => {
        const cluster = connection.cluster.name;
        return [
          cluster,
          ClusterCache.create({
            connection,
            resources,
            projectors,
            clock,
            random,
            timeShare,
            logger,
            onRow: (resource, row) =>
              changes.add({
                type: 'row',
                cluster,
                resource,
                namespace: row.namespace,
                name: row.name,
                uid: row.uid,
              }),
            onStatus: () => changes.add({ type: 'cluster', cluster }),
          }),
        ];
      }),
    );
  }

  /** Begins to watch; waits for no cluster. */
  start(): void {
    this.#clusters.forEach(cluster => cluster.start());
  }

  /** Ends every watch; no timer and no request is left when the promise resolves. */
  async stop(): Promise<void> {
    await Promise.all(
      [...this.#clusters.values()].map(cluster => cluster.stop()),
    );
    this.#changes.stop();
  }

  clusterNames(): readonly string[] {
    return [...this.#clusters.keys()];
  }

  facts(cluster: string): ClusterFacts | undefined {
    return this.#clusters.get(cluster)?.facts();
  }

  rows<K extends WatchedResource>(
    cluster: string,
    resource: K,
    namespace?: string,
  ): readonly RowTypes[K][] {
    return this.#clusters.get(cluster)?.rows(resource, namespace) ?? [];
  }

  subscribe(listener: (changes: readonly CacheChange[]) => void): () => void {
    return this.#changes.subscribe(listener);
  }
}
