import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricSource,
  MetricSourceAnswer,
  MetricSourceQuery,
  MetricSourceSeries,
} from '../metrics/MetricSource';

/**
 * A series of a {@link FakeMetricSource}: the same value all the time, or what a function of milliseconds since 1970 says.
 * @public
 */
export interface FakeMetricSeries extends Omit<MetricSourceSeries, 'values'> {
  readonly value: number | ((at: number) => number | null);
}

/**
 * A {@link MetricSource} in memory: of each panel it has the series that it was given.
 * @public
 */
export class FakeMetricSource implements MetricSource {
  readonly name = 'memory';
  readonly keptFor = 'P15D';
  /** Everything that was asked, in order. */
  readonly queries: MetricSourceQuery[] = [];
  /** What it says that it could not see. */
  partial: readonly string[] = [];
  /** Thrown by every method while it is set. */
  failure?: Error;
  readonly #series: ReadonlyMap<MetricPanelId, readonly FakeMetricSeries[]>;

  static create(
    series: Iterable<
      readonly [MetricPanelId, readonly FakeMetricSeries[]]
    > = [],
  ): FakeMetricSource {
    return new FakeMetricSource(new Map(series));
  }

  private constructor(
    series: ReadonlyMap<MetricPanelId, readonly FakeMetricSeries[]>,
  ) {
    this.#series = series;
  }

  async panels(): Promise<MetricPanelId[]> {
    this.#fail();
    return [...this.#series.keys()];
  }

  needs(panel: MetricPanelId): string {
    return `${panel}_total`;
  }

  async query(query: MetricSourceQuery): Promise<MetricSourceAnswer> {
    this.#fail();
    this.queries.push(query);
    const steps = (query.to - query.from) / query.step + 1;
    return {
      series: (this.#series.get(query.panel) ?? [])
        .filter(({ namespace, pod }) =>
          query.scopes.some(
            scope =>
              scope.namespace === namespace &&
              (pod === undefined ||
                (matchesOne(pod, scope.pods) &&
                  !matchesOne(pod, scope.exceptPods))),
          ),
        )
        .map(({ value, ...rest }) => ({
          ...rest,
          values: Array.from({ length: steps }, (_, index) =>
            typeof value === 'number'
              ? value
              : value(query.from + index * query.step),
          ),
        })),
      partial: this.partial,
      queries: [`${query.panel}_total`],
    };
  }

  #fail(): void {
    if (this.failure) {
      throw this.failure;
    }
  }
}

function matchesOne(pod: string, patterns: readonly string[] = []): boolean {
  return patterns.some(pattern => new RegExp(`^(?:${pattern})$`).test(pod));
}
