import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterStatus } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  ClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterMonitor } from '../clusters/ClusterMonitor';
import { FeedState } from '../clusters/FeedState';
import { ClusterJudgement, judgeCluster } from '../clusters/judgeCluster';
import { Row, RowTypes, WatchedResource } from '../projection/rows';
import { AuditedFeed, ClusterAudit } from './ClusterAudit';
import { VersionDifference } from './compareVersions';
import { FeedRequests } from './FeedRequests';
import { RequestSlots } from './RequestSlots';
import { RowInterner } from './RowInterner';
import { RowKeeper } from './RowKeeper';
import { TimeShare } from './TimeShare';
import { ClusterFacts, Projectors } from './types';
import { watchedResources } from './watchedResources';
import { WatchListSupport } from './WatchListSupport';
import { WatchLoop } from './WatchLoop';

/** Lists are dear: the API server reserves memory and seats for each by the size of the whole kind. */
const LISTS_IN_FLIGHT = 4;

/** What a {@link ClusterCache} works with. */
export interface ClusterCacheOptions {
  readonly connection: ClusterConnection;
  readonly resources: readonly WatchedResource[];
  readonly projectors: Projectors;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timeShare: TimeShare;
  readonly logger: LoggerService;
  readonly onRow: (resource: WatchedResource, row: Row) => void;
  readonly onStatus: () => void;
}

/** Everything that is known of one cluster, kept up to date. Shares nothing with other clusters but the event loop. */
export class ClusterCache {
  readonly #options: ClusterCacheOptions;
  readonly #monitor: ClusterMonitor;
  readonly #watchList = WatchListSupport.create();
  readonly #keepers = new Map<WatchedResource, RowKeeper<Row>>();
  readonly #loops = new Map<WatchedResource, WatchLoop>();
  readonly #audit: ClusterAudit;
  #divergences = 0;
  #version: string | undefined;
  #answeredAt: Date | undefined;
  #told: ClusterJudgement = { state: 'connecting' };

  static create(options: ClusterCacheOptions): ClusterCache {
    return new ClusterCache(options);
  }

  private constructor(options: ClusterCacheOptions) {
    this.#options = options;
    const { connection, clock } = options;
    this.#monitor = ClusterMonitor.create({
      connection,
      clock,
      listener: {
        onChange: () => this.#onProbe(),
        onAnswer: () => {
          this.#noteAnswer();
          this.#loops.forEach(loop => loop.resume());
        },
        onLost: () => this.#loops.forEach(loop => loop.park()),
      },
    });
    const shared = {
      ...options,
      requests: FeedRequests.create(options),
      listSlots: RequestSlots.create(LISTS_IN_FLIGHT),
      watchList: this.#watchList,
      onAnswer: () => this.#noteAnswer(),
    };
    const interner = RowInterner.create();
    const feeds = options.resources.map((resource): AuditedFeed => {
      const keeper = this.#createKeeper(resource, interner);
      const { path, mayBeAbsent } = watchedResources[resource];
      const loop = WatchLoop.create({
        ...shared,
        keeper,
        path,
        mayBeAbsent,
        onState: state => this.#onFeed(resource, state),
        onGarbled: (message, count) =>
          this.#reportGarbled(resource, message, count),
      });
      this.#keepers.set(resource, keeper);
      this.#loops.set(resource, loop);
      return { resource, path, keeper, loop };
    });
    this.#audit = ClusterAudit.create({
      ...shared,
      feeds,
      onDivergence: (resource, difference) =>
        this.#reportDivergence(resource, difference),
    });
  }

  get name(): string {
    return this.#options.connection.cluster.name;
  }

  start(): void {
    this.#monitor.start();
    this.#loops.forEach(loop => loop.start());
    this.#audit.start();
  }

  /** Leaves no timer, and no request under way. The connection is its owner's to close. */
  async stop(): Promise<void> {
    const loops = [...this.#loops.values()];
    await Promise.all([
      this.#monitor.stop(),
      this.#audit.stop(),
      ...loops.map(loop => loop.stop()),
    ]);
  }

  rows<K extends WatchedResource>(
    resource: K,
    namespace?: string,
  ): readonly RowTypes[K][] {
    // The keeper of a resource was made with the projector of that resource.
    const keeper = this.#keepers.get(resource) as
      | RowKeeper<RowTypes[K]>
      | undefined;
    return keeper?.rows(namespace) ?? [];
  }

  facts(): ClusterFacts {
    const { discovery, latencyMs, clockSkewMs } = this.#monitor;
    return {
      status: this.#status(),
      kubernetesVersion: discovery.kubernetesVersion,
      latencyMs,
      clockSkewMs,
      capabilities: this.#watchList.proven
        ? ['watch-list', ...discovery.capabilities]
        : discovery.capabilities,
      denied: new Map(
        [...this.#feeds()].flatMap(([resource, feed]) =>
          feed.kind === 'denied' ? [[resource, feed.reason] as const] : [],
        ),
      ),
      divergences: this.#divergences,
    };
  }

  #createKeeper<K extends WatchedResource>(
    resource: K,
    interner: RowInterner,
  ): RowKeeper<Row> {
    const project: (raw: unknown) => Row = this.#options.projectors[resource];
    return RowKeeper.create<Row>({
      cluster: this.name,
      resource,
      project,
      interner,
      logger: this.#options.logger,
      onChange: row => this.#options.onRow(resource, row),
    });
  }

  #feeds(): ReadonlyMap<WatchedResource, FeedState> {
    return new Map(
      [...this.#loops].map(([resource, loop]) => [resource, loop.state]),
    );
  }

  #status(): ClusterStatus {
    const { cluster } = this.#options.connection;
    const { state, reason, cause } = judgeCluster(
      this.#monitor.probe,
      this.#feeds(),
    );
    return {
      name: cluster.name,
      title: cluster.title,
      tier: cluster.tier,
      state,
      asOf: this.#answeredAt?.toISOString(),
      reason,
      cause,
      retryAt:
        state === 'live' ? undefined : this.#monitor.nextProbeAt?.toISOString(),
    };
  }

  #noteAnswer(): void {
    this.#answeredAt = this.#options.clock.now();
  }

  #onFeed(resource: WatchedResource, state: FeedState): void {
    if (state.kind === 'denied') {
      this.#options.logger.warn(
        `Cluster ${this.name}: our credential may not read ${resource}: ${state.reason}`,
      );
    }
    this.#judge();
  }

  #onProbe(): void {
    const { kubernetesVersion } = this.#monitor.discovery;
    if (this.#version !== kubernetesVersion) {
      if (this.#version !== undefined) {
        this.#watchList.retry();
      }
      this.#version = kubernetesVersion;
    }
    this.#judge();
  }

  #reportDivergence(
    resource: WatchedResource,
    { missing, gone, outdated }: VersionDifference,
  ): void {
    this.#divergences += 1;
    const [example] = [...missing, ...gone, ...outdated];
    this.#options.logger.warn(
      `Cluster ${this.name}: an audit of ${resource} found ${missing.length} missing, ${gone.length} gone and ${outdated.length} outdated, such as the object with the uid ${example}; everything of that kind is read again`,
    );
  }

  #reportGarbled(
    resource: WatchedResource,
    message: string,
    count: number,
  ): void {
    // Whatever garbles lines on the way may garble many.
    if (count === 1 || count % 100 === 0) {
      this.#options.logger.warn(
        `Cluster ${this.name}: ${message} (${resource}, ${count} so far); everything of that kind is read again`,
      );
    }
  }

  #judge(): void {
    const { state, reason } = judgeCluster(this.#monitor.probe, this.#feeds());
    if (state === this.#told.state && reason === this.#told.reason) {
      return;
    }
    const before = this.#told;
    this.#told = { state, reason };
    this.#options.onStatus();
    if (state === 'unreachable' || state === 'denied') {
      this.#options.logger.warn(`Cluster ${this.name} is ${state}: ${reason}`);
    } else if (state !== before.state) {
      this.#options.logger.info(
        `Cluster ${this.name} is ${state}${reason ? `: ${reason}` : ''}`,
      );
    }
  }
}
