import {
  Clock,
  ClusterConnection,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterMetrics } from './ClusterQuestions';
import { SampledUsageSource } from './sampled/SampledUsageSource';

/** The source of each cluster: its store where one is configured, else what the cluster itself tells. */
export class ClusterMetricsSources {
  readonly #options: {
    readonly stores: ReadonlyMap<string, MetricSource>;
    readonly connectionOf: (cluster: string) => ClusterConnection | undefined;
    readonly clock: Clock;
  };
  readonly #sampled = new Map<string, SampledUsageSource>();

  static create(options: {
    readonly stores: ReadonlyMap<string, MetricSource>;
    readonly connectionOf: (cluster: string) => ClusterConnection | undefined;
    readonly clock: Clock;
  }): ClusterMetricsSources {
    return new ClusterMetricsSources(options);
  }

  private constructor(options: {
    readonly stores: ReadonlyMap<string, MetricSource>;
    readonly connectionOf: (cluster: string) => ClusterConnection | undefined;
    readonly clock: Clock;
  }) {
    this.#options = options;
  }

  /** Undefined for an unknown cluster. */
  of(cluster: string): ClusterMetrics | undefined {
    const { stores, connectionOf, clock } = this.#options;
    const store = stores.get(cluster);
    if (store) {
      return { source: store, kind: 'stored' };
    }
    const known = this.#sampled.get(cluster);
    if (known) {
      return { source: known, kind: 'sampled' };
    }
    const connection = connectionOf(cluster);
    if (!connection) {
      return undefined;
    }
    const source = SampledUsageSource.create({ connection, clock });
    this.#sampled.set(cluster, source);
    return { source, kind: 'sampled' };
  }

  /** Stops asking clusters. */
  stop(): void {
    this.#sampled.forEach(source => source.stop());
    this.#sampled.clear();
  }
}
