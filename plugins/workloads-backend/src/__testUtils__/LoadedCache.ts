import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterState,
  ClusterStatus,
} from '@domaindeck/backstage-plugin-workloads-common';
import { DefaultClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import { WatchCache } from '../cache/WatchCache';
import { watchedResourceNames } from '../cache/watchedResources';
import { ClusterConnections } from '../clusters/ClusterConnections';
import { projectors } from '../projection';
import { PodRow } from '../projection/rows';

/** Milliseconds between two looks of those who wait for something. */
const LOOK_MS = 2;

const silent: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silent,
};

/** A watch cache over clusters that a benchmark put under load. */
export class LoadedCache {
  readonly #cache: WatchCache;
  readonly #names: readonly string[];

  static start(
    clusters: readonly { name: string; url: string; token: string }[],
  ): LoadedCache {
    const tokens = new Map(clusters.map(({ name, token }) => [name, token]));
    const connections = ClusterConnections.create(
      clusters.map(({ name, url }) =>
        DefaultClusterConnection.create({
          cluster: {
            name,
            url,
            tier: 'production',
            tags: [],
            restricted: false,
            selfService: false,
            authMetadata: {},
            skipTLSVerify: false,
          },
          credentials: {
            getCredential: async () => ({
              type: 'bearer token',
              token: tokens.get(name) ?? '',
            }),
          },
        }),
      ),
    );
    const cache = WatchCache.create({
      connections: connections.list(),
      projectors,
      logger: silent,
    });
    cache.start();
    return new LoadedCache(
      cache,
      clusters.map(({ name }) => name),
    );
  }

  private constructor(cache: WatchCache, names: readonly string[]) {
    this.#cache = cache;
    this.#names = names;
    // Somebody listens, as in the portal: changes are gathered and told.
    cache.subscribe(() => {});
  }

  /** Rows of all kinds. */
  get rows(): number {
    return this.#names.reduce(
      (sum, name) =>
        sum +
        watchedResourceNames.reduce(
          (rows, resource) => rows + this.#cache.rows(name, resource).length,
          0,
        ),
      0,
    );
  }

  get pods(): number {
    return this.#names.reduce(
      (sum, name) => sum + this.#cache.rows(name, 'pods').length,
      0,
    );
  }

  /** Of all pods: each change of the load counts up the restarts of a pod. */
  get marks(): number {
    return this.#names.reduce(
      (sum, name) =>
        sum +
        this.#cache
          .rows(name, 'pods')
          .reduce((marks, pod) => marks + markOf(pod), 0),
      0,
    );
  }

  /** Waits until so many pods are known and every cluster is live. */
  waitForPods(count: number): Promise<void> {
    return this.#until(
      () =>
        this.pods === count &&
        this.#names.every(name => this.#status(name)?.state === 'live'),
    );
  }

  waitForState(cluster: string, state: ClusterState): Promise<void> {
    return this.#until(() => this.#status(cluster)?.state === state);
  }

  /** Waits until a pod was changed so often. */
  waitForMark(
    cluster: string,
    pod: { namespace: string; name: string },
    mark: number,
  ): Promise<void> {
    return this.#until(() =>
      this.#cache
        .rows(cluster, 'pods', pod.namespace)
        .some(row => row.name === pod.name && markOf(row) >= mark),
    );
  }

  /** Waits until the restarts of all pods together are so many. */
  waitForMarks(sum: number): Promise<void> {
    return this.#until(() => this.marks === sum);
  }

  #status(cluster: string): ClusterStatus | undefined {
    return this.#cache.facts(cluster)?.status;
  }

  #until(reached: () => boolean): Promise<void> {
    return new Promise(resolve => {
      const look = () => {
        if (reached()) {
          resolve();
        } else {
          setTimeout(look, LOOK_MS);
        }
      };
      look();
    });
  }
}

function markOf({ containers }: PodRow): number {
  return containers[0]?.restarts ?? 0;
}
