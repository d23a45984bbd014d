import { ConfigReader } from '@backstage/config';
import {
  ClusterConnection,
  ClusterDefinition,
  DefaultClusterConnection,
  DefaultCredentialSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeClock,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { CacheChange, Projectors } from '../types';
import { TimeShare } from '../TimeShare';
import { WatchCache } from '../WatchCache';
import { RecordingLogger } from './RecordingLogger';
import { projectors as realProjectors } from '../../projection/projectors';

/** A condition that does not come about in this time fails its test. */
const PATIENCE_MS = 4_000;

/** A watch cache over real sockets with a clock that the test moves. */
export class WatchCacheHarness {
  readonly clock = FakeClock.create();
  readonly changes: CacheChange[] = [];
  readonly cache: WatchCache;
  readonly #logger = RecordingLogger.create();
  readonly #connections: readonly ClusterConnection[];

  /** Starts over one cluster per definition. */
  static start(
    clusters: readonly (Partial<ClusterDefinition> & { url: string })[],
    options?: {
      projectors?: Partial<Projectors>;
      random?: () => number;
      timeShare?: TimeShare;
    },
  ): WatchCacheHarness {
    const harness = new WatchCacheHarness(clusters.map(clusterDefinition), {
      random: () => 0.5,
      ...options,
      projectors: { ...realProjectors, ...options?.projectors },
    });
    harness.cache.subscribe(changes => harness.changes.push(...changes));
    harness.cache.start();
    return harness;
  }

  private constructor(
    clusters: readonly ClusterDefinition[],
    options: {
      projectors: Projectors;
      random: () => number;
      timeShare?: TimeShare;
    },
  ) {
    const credentials = DefaultCredentialSource.create({
      config: new ConfigReader({}),
      logger: this.#logger,
    });
    this.#connections = clusters.map(cluster =>
      DefaultClusterConnection.create({
        cluster,
        credentials,
        clock: this.clock,
      }),
    );
    this.cache = WatchCache.create({
      connections: this.#connections,
      ...options,
      logger: this.#logger,
      clock: this.clock,
    });
  }

  /** Names of the pods that the cache holds, sorted. */
  pods(cluster = 'dev-1'): string[] {
    return this.cache
      .rows(cluster, 'pods')
      .map(row => row.name)
      .sort();
  }

  /** State of a cluster, with what stands beside it. */
  status(cluster = 'dev-1') {
    return this.cache.facts(cluster)?.status;
  }

  /** Changes of pods so far, as names. */
  changedPods(): string[] {
    return this.changes.flatMap(change =>
      change.type === 'row' && change.resource === 'pods' ? [change.name] : [],
    );
  }

  /** Warnings in the log so far. */
  warnings(): string[] {
    return this.#logger.warnings;
  }

  /** Waits, while the clock stands still, until something is so. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!condition()) {
      if (Date.now() > deadline) {
        throw new Error(
          `It never came about that ${what}; ${JSON.stringify(
            this.cache.clusterNames().map(name => this.status(name)),
          )}`,
        );
      }
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Moves the clock in small steps until something is so, and gives the milliseconds that passed. */
  async advanceUntil(
    what: string,
    condition: () => boolean,
    limitMs: number,
    stepMs = 250,
  ): Promise<number> {
    const startedAt = this.clock.now().getTime();
    const passed = () => this.clock.now().getTime() - startedAt;
    while (!condition()) {
      if (passed() >= limitMs) {
        throw new Error(
          `It did not come about within ${limitMs} ms that ${what}`,
        );
      }
      this.clock.advance(stepMs);
      await this.settle();
    }
    return passed();
  }

  /** Lets what is under way on loopback arrive. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    // Sockets are real while the clock is not: without this it would run minutes ahead of a busy machine.
    await new Promise(resolve => setTimeout(resolve, 2));
  }

  async stop(): Promise<void> {
    await this.cache.stop();
    await Promise.all(this.#connections.map(each => each.close()));
  }
}
