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

/** As the backend chooses them: seconds between two values, for a line of so many values at most. */
const STEPS = [60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600];
const VALUES = 300;

/**
 * A series whose value is the same all the time, or hangs on the time.
 * @public
 */
export type InMemorySeries = Omit<MetricSeries, 'values'> & {
  /** Milliseconds since 1970 are given. The name of a pod begins with that of its workload, up to a hyphen. */
  readonly value: number | null | ((at: number) => number | null);
};

/**
 * What an {@link InMemoryMetricsApi} holds: panels without series have no data.
 * @public
 */
export interface InMemoryMetrics {
  readonly environments: MetricsOverview['environments'];
  readonly workloads: readonly string[];
  readonly sources: MetricsOverview['sources'];
  /** None unless told. */
  readonly clusters?: MetricsOverview['clusters'];
  readonly series: Partial<
    Record<MetricsQuery['panel'], readonly InMemorySeries[]>
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
      clusters: this.#world.clusters ?? [],
      maxRange: 'P30D',
    };
  }

  async queryMetrics(
    _entityRef: string,
    query: MetricsQuery,
  ): Promise<MetricsAnswer> {
    this.#fail();
    this.queries.push(query);
    const span = (Date.parse(query.to) - Date.parse(query.from)) / 1000;
    const step =
      query.step ?? STEPS.find(one => span / one <= VALUES) ?? STEPS[0];
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
          ({ cluster, namespace, pod, workload }) =>
            (query.environments?.includes(`${cluster}/${namespace}`) ?? true) &&
            (query.workload === undefined ||
              (workload ?? pod?.split('-')[0]) === query.workload),
        )
        .map(({ value, ...rest }) => ({
          ...rest,
          values: Array.from({ length: to - from + 1 }, (_, index) =>
            typeof value === 'function'
              ? value((from + index) * step * 1000)
              : value,
          ),
        })),
      sources,
      warnings: [],
      clusters: this.#world.clusters ?? [],
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
    return { items, warnings: [], clusters: this.#world.clusters ?? [] };
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
      clusters: this.#world.clusters ?? [],
    };
  }

  #fail(): void {
    if (this.failure) {
      throw this.failure;
    }
  }
}
