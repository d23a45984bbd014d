import {
  LogHistoryCount,
  LogHistoryLine,
  LogHistoryPage,
  LogHistoryQuery,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { LokiConfig } from '../config/readLokiConfig';
import { LokiClient } from '../http/LokiClient';
import { LabelDiscovery } from '../labels/LabelDiscovery';
import { clusterMatchers } from '../logql/clusterMatchers';
import { lineFilters } from '../logql/lineFilters';
import { scopedStreams } from '../logql/scopedStreams';
import { countSteps } from './countSteps';
import { LineReader } from './LineReader';
import { Direction, readPage } from './readPage';
import { ScopeCheck } from './ScopeCheck';
import { addUp } from './addUp';

/** Ranges of at most so many lines are counted line by line, with the very rules of levels that the list has. */
const COUNTED_HERE = 1_000;

/** The lines of one cluster in Loki. */
export class LokiLogHistory implements LogHistorySource {
  readonly name: string;
  readonly #config: LokiConfig;
  readonly #client: LokiClient;
  readonly #labels: LabelDiscovery;

  static create(options: {
    readonly config: LokiConfig;
    readonly client: LokiClient;
    readonly labels: LabelDiscovery;
  }): LokiLogHistory {
    return new LokiLogHistory(options);
  }

  private constructor(options: {
    readonly config: LokiConfig;
    readonly client: LokiClient;
    readonly labels: LabelDiscovery;
  }) {
    this.#config = options.config;
    this.#client = options.client;
    this.#labels = options.labels;
    this.name = `Loki (${new URL(options.config.url).host})`;
  }

  async status(): Promise<{ keptFor?: string }> {
    await this.#labels.scheme();
    const { keptFor } = this.#config;
    return keptFor === undefined ? {} : { keptFor };
  }

  async search(
    query: LogHistoryQuery & {
      readonly direction: Direction;
      readonly limit: number;
    },
  ): Promise<LogHistoryPage> {
    const { direction, limit } = query;
    const pages = await Promise.all(
      (
        await this.#readers(query)
      ).map(reader =>
        readPage(reader, { ...query, maxLines: this.#config.maxLines }),
      ),
    );
    const lines = pages.flatMap(page => page.lines).sort(byTime);
    const page =
      direction === 'forward'
        ? lines.slice(0, limit)
        : lines.slice(Math.max(0, lines.length - limit));
    return {
      lines: page,
      more: page.length < lines.length || pages.some(({ more }) => more),
      scanned: addUp(pages.map(({ scanned }) => scanned)),
      gaps: pages.flatMap(({ gaps }) => gaps),
    };
  }

  async count(query: LogHistoryQuery & { readonly step: number }): Promise<{
    readonly counts: readonly LogHistoryCount[];
    readonly scanned?: number;
  }> {
    const parts = await Promise.all(
      (
        await this.#readers(query)
      ).map(reader =>
        countSteps(
          reader,
          this.#client,
          query,
          Math.min(COUNTED_HERE, this.#config.maxLines),
        ),
      ),
    );
    return {
      counts: parts.flatMap(({ counts }) => counts),
      scanned: addUp(parts.map(({ scanned }) => scanned)),
    };
  }

  /** One for each query that the question takes. */
  async #readers(query: LogHistoryQuery): Promise<LineReader[]> {
    const scheme = await this.#labels.scheme();
    const lines = lineFilters(query);
    const { labels } = this.#config;
    return scopedStreams(
      query.scopes,
      scheme,
      clusterMatchers(this.#config),
    ).map(({ scopes, query: streams }) =>
      LineReader.create({
        client: this.#client,
        query: { ...streams, lines },
        check: ScopeCheck.create(scopes, scheme, labels),
        levels: query.levels,
        signal: query.signal,
      }),
    );
  }
}

/** Stable, so lines of one time stay as their streams have them. */
function byTime(a: LogHistoryLine, b: LogHistoryLine): number {
  if (a.at === b.at) {
    return 0;
  }
  return a.at < b.at ? -1 : 1;
}
