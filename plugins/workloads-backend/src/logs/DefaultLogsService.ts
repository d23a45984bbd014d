import { principalRef } from '@domaindeck/backstage-plugin-access-node';
import {
  LogContext,
  LogContextRequest,
  LogDownloadRequest,
  LogHistogram,
  LogHistogramRequest,
  LogHistory,
  LogPage,
  LogRecord,
  LogSearchRequest,
  LogSources,
  LogStreamRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { placeNotFound } from '../entities';
import { TimeShare } from '../cache/TimeShare';
import { EntityRequest } from '../workloads';
import { describeHistory } from './describeHistory';
import { describeSources } from './describeSources';
import { DOWNLOADED_LINE, readDownload } from './download/readDownload';
import { LogScope, LogScopeOptions } from './LogScope';
import { LogsRequest, LogsService } from './LogsService';
import { isNamed } from '../entities/podPatterns';
import { JoinedRange } from './range/JoinedRange';
import { PodsRange } from './range/PodsRange';
import { RANGE_DAYS, rangeOf } from './range/rangeOf';
import {
  countRange,
  RangeScene,
  readAround,
  searchRange,
} from './range/RangeQueries';
import { RangeReader } from './range/RangeReader';
import { SeamFinder } from './range/SeamFinder';
import { StoredRange } from './range/StoredRange';
import { FairSlots } from './stream/FairSlots';
import { FOLLOWED_PER_VIEW } from './stream/LogIntake';
import { LogStream } from './stream/LogStream';
import { readLogCursor } from './stream/logCursor';
import { LINE_LIMIT } from './types';

/** Logs that a process reads at a time, for all its viewers. */
const READ_PER_PROCESS = 200;

/** What the logs are read from. */
export interface LogsOptions extends LogScopeOptions {
  /** Stores by the names of their clusters. */
  readonly histories: ReadonlyMap<string, LogHistorySource>;
  readonly clock: Clock;
  /** At least 0, below 1. */
  readonly random: () => number;
  readonly shutdown: AbortSignal;
}

/** Reads live lines from the pods, and earlier ones from the store of each cluster that has one. */
export class DefaultLogsService implements LogsService {
  readonly #options: LogsOptions;
  readonly #slots = FairSlots.create(READ_PER_PROCESS);
  readonly #timeShare = TimeShare.create();

  static create(options: LogsOptions): DefaultLogsService {
    return new DefaultLogsService(options);
  }

  private constructor(options: LogsOptions) {
    this.#options = options;
  }

  async getSources(request: EntityRequest): Promise<LogSources> {
    const { resolver } = this.#options;
    const scope = await LogScope.resolve(this.#options, request, 'logs');
    const environments = scope.view.environments.map(environment =>
      resolver.describe(environment, request.access),
    );
    return {
      ...describeSources(environments, scope.workloads()),
      history: await this.#describeHistories(scope.view.clusters),
      clusters: resolver.statuses(scope.view.clusters),
      limits: {
        followedPerView: FOLLOWED_PER_VIEW,
        lineBytes: LINE_LIMIT,
        rangeDays: RANGE_DAYS,
      },
    };
  }

  async *stream(
    request: LogsRequest<LogStreamRequest>,
  ): AsyncGenerator<readonly LogRecord[]> {
    const { entityRef, body } = request;
    const scope = await LogScope.resolve(this.#options, request, 'logs');
    const ids =
      body.cursor === undefined
        ? []
        : [...readLogCursor(entityRef, body.cursor).sources.keys()];
    scope.checkPods(body.sources, ({ cluster, namespace, pod }) =>
      ids.some(id => id.startsWith(`${cluster}/${namespace}/${pod}/`)),
    );
    yield* this.#open(request, scope);
  }

  async search(request: LogsRequest<LogSearchRequest>): Promise<LogPage> {
    const { entityRef, body } = request;
    return searchRange(entityRef, body, await this.#rangeScene(request));
  }

  async getHistogram(
    request: LogsRequest<LogHistogramRequest>,
  ): Promise<LogHistogram> {
    return countRange(request.body, await this.#rangeScene(request));
  }

  async getContext(
    request: LogsRequest<LogContextRequest>,
  ): Promise<LogContext> {
    const { body, signal } = request;
    const { cluster } = body.source;
    const { readers } = await this.#rangeScene(
      { ...request, body: { sources: [body.source] } },
      cluster,
    );
    const [first] = readers;
    if (!first) {
      throw placeNotFound(cluster, body.source.namespace);
    }
    return readAround(body, first.reader, signal);
  }

  async *download(
    request: LogsRequest<LogDownloadRequest>,
  ): AsyncGenerator<string> {
    const { body, signal } = request;
    const { scope, clusters } = await this.#rangeScope(request, 'log-download');
    yield* readDownload({
      body,
      stream: { ...this.#streamOptions(request, scope), signal },
      stores: clusters.flatMap(
        cluster => this.#store(cluster, scope, DOWNLOADED_LINE) ?? [],
      ),
    });
  }

  #open(
    request: LogsRequest<LogStreamRequest>,
    scope: LogScope,
  ): AsyncGenerator<readonly LogRecord[]> {
    const { body, signal } = request;
    if (body.since !== undefined && body.until !== undefined) {
      rangeOf(body.since, body.until);
    }
    return LogStream.batches({
      ...this.#streamOptions(request, scope),
      request: body,
      signal,
    });
  }

  #streamOptions(
    { credentials, entityRef }: EntityRequest,
    scope: LogScope,
    cluster?: string,
  ) {
    const { clock, random, shutdown } = this.#options;
    const scene = scope.scene(cluster);
    const slots = this.#slots.of(principalRef(credentials));
    const timeShare = this.#timeShare;
    return { scene, entityRef, clock, random, slots, timeShare, shutdown };
  }

  /** @param only - a cluster; all that the selectors name, or that may be read, without it */
  async #rangeScene(
    request: LogsRequest<Pick<LogSearchRequest, 'sources'>>,
    only?: string,
  ): Promise<RangeScene> {
    const { signal } = request;
    const { scope, clusters } = await this.#rangeScope(request, 'log-search');
    const asked = clusters.filter(cluster => (only ?? cluster) === cluster);
    return {
      readers: asked.map(cluster => ({
        cluster,
        reader: this.#reader(cluster, request, scope),
      })),
      clusters: this.#options.resolver.statuses(asked),
      signal,
    };
  }

  /** What may be read of a range, and the clusters that are asked for. */
  async #rangeScope(
    request: LogsRequest<Pick<LogSearchRequest, 'sources'>>,
    verb: 'log-search' | 'log-download',
  ): Promise<{ scope: LogScope; clusters: string[] }> {
    const { histories } = this.#options;
    const { sources } = request.body;
    const scope = await LogScope.resolve(this.#options, request, verb);
    scope.checkPods(
      sources,
      ({ cluster, pod = '' }, workloads) =>
        histories.has(cluster) &&
        workloads.some(workload => isNamed(pod, scope.podNames(workload))),
    );
    const named = sources?.map(({ cluster }) => cluster);
    const clusters = scope.clusters.filter(
      cluster => named?.includes(cluster) ?? true,
    );
    return { scope, clusters };
  }

  #reader(
    cluster: string,
    request: EntityRequest,
    scope: LogScope,
  ): RangeReader {
    const options = this.#streamOptions(request, scope, cluster);
    const pods = PodsRange.create(cluster, options);
    const store = this.#store(cluster, scope);
    return store ? JoinedRange.create({ ...store, pods }) : pods;
  }

  /** The store of a cluster, if it has one, and the way to its seam with the pods. */
  #store(cluster: string, scope: LogScope, lineLimit?: number) {
    const { histories, clock } = this.#options;
    const source = histories.get(cluster);
    if (!source) {
      return undefined;
    }
    const stored = StoredRange.create(
      cluster,
      source,
      scope.workloads(cluster).map(workload => ({
        workload,
        names: scope.podNames(workload),
      })),
      lineLimit,
    );
    const scene = scope.scene(cluster);
    const finder = SeamFinder.create({ cluster, scene, stored, clock });
    return { cluster, stored, finder };
  }

  #describeHistories(clusters: readonly string[]): Promise<LogHistory[]> {
    const { histories, clock } = this.#options;
    return Promise.all(
      clusters.map(cluster =>
        describeHistory(cluster, histories.get(cluster), clock),
      ),
    );
  }
}
