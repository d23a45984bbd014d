import {
  METRIC_PANELS,
  MetricMark,
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricsAnswer,
  MetricsApi,
  MetricSeries,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
  WorkloadUsage,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What an {@link InMemoryMetricsApi} holds: panels without series have no data.
 * @public
 */
export interface InMemoryMetrics {
  readonly environments: MetricsOverview['environments'];
  readonly workloads: readonly string[];
  readonly sources: MetricsOverview['sources'];
  /** A series has the same value all the time. */
  readonly series: Partial<
    Record<
      MetricsQuery['panel'],
      readonly (Omit<MetricSeries, 'values'> & {
        readonly value: number | null;
      })[]
    >
  >;
  /** What happened, oldest first. */
  readonly marks?: readonly MetricMark[];
  readonly usage?: readonly WorkloadUsage[];
}

/**
 * The part of the contract that reads metrics in memory, for tests and development apps: one entity's measures, whatever
 * entity is asked for.
 * @public
 */
export class InMemoryMetricsApi implements MetricsApi {
  /** Everything that was asked, in order. */
  readonly queries: MetricsQuery[] = [];
  /** Thrown by every method while it is set. */
  failure?: Error;
  readonly #world: InMemoryMetrics;

  constructor(world: InMemoryMetrics) {
    this.#world = world;
  }

  async getMetricPanels(): Promise<MetricsOverview> {
    this.#fail();
    const { environments, workloads, sources, series } = this.#world;
    return {
      environments,
      workloads: [...workloads],
      sources,
      panels: METRIC_PANELS.map(one => ({
        ...one,
        state: series[one.panel] ? 'available' : 'absent',
      })),
      clusters: [],
      maxRange: 'P30D',
    };
  }

  async queryMetrics(
    _entityRef: string,
    query: MetricsQuery,
  ): Promise<MetricsAnswer> {
    this.#fail();
    this.queries.push(query);
    const step = query.step ?? 60;
    const from = Math.floor(Date.parse(query.from) / (step * 1000));
    const to = Math.floor(Date.parse(query.to) / (step * 1000));
    const { sources, series } = this.#world;
    return {
      panel: query.panel,
      unit:
        METRIC_PANELS.find(one => one.panel === query.panel)?.unit ?? 'count',
      from: new Date(from * step * 1000).toISOString(),
      to: new Date(to * step * 1000).toISOString(),
      step,
      series: (series[query.panel] ?? [])
        .filter(
          ({ cluster, namespace }) =>
            query.environments?.includes(`${cluster}/${namespace}`) ?? true,
        )
        .map(({ value, ...rest }) => ({
          ...rest,
          values: new Array(to - from + 1).fill(value),
        })),
      sources,
      warnings: [],
      clusters: [],
    };
  }

  async queryMetricMarks(
    _entityRef: string,
    query: MetricMarksQuery,
  ): Promise<MetricMarksAnswer> {
    this.#fail();
    const items = (this.#world.marks ?? []).filter(
      ({ at, environment, object }) =>
        Date.parse(at) >= Date.parse(query.from) &&
        Date.parse(at) <= Date.parse(query.to) &&
        (query.environments?.includes(environment) ?? true) &&
        (query.workload === undefined || query.workload === object.name),
    );
    return { items, warnings: [], clusters: [] };
  }

  /** The rows as they were given, said to be of the hour that ends now. */
  async getMetricUsage(): Promise<MetricUsageAnswer> {
    this.#fail();
    const items = [...(this.#world.usage ?? [])];
    const step = 120;
    const to = Math.floor(Date.now() / (step * 1000)) * step * 1000;
    return {
      from: new Date(to - 3_600_000).toISOString(),
      to: new Date(to).toISOString(),
      step,
      items,
      sources: this.#world.sources,
      warnings: [],
      clusters: [],
    };
  }

  #fail(): void {
    if (this.failure) {
      throw this.failure;
    }
  }
}
