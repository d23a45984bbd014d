import { ConflictError, InputError } from '@backstage/errors';
import { ClusterConnection, ClusterDefinition } from '../types';
import { MetricSource } from './MetricSource';
import {
  MetricSourceExtensionPoint,
  MetricSourceFactory,
} from './metricSourceExtensionPoint';

/**
 * The types of metric stores that modules brought, and from them the store of each cluster.
 * @public
 */
export class MetricSources implements MetricSourceExtensionPoint {
  readonly #factories = new Map<string, MetricSourceFactory>();

  static create(): MetricSources {
    return new MetricSources();
  }

  private constructor() {}

  /** {@inheritDoc MetricSourceExtensionPoint.addType} */
  addType(type: string, factory: MetricSourceFactory): void {
    if (this.#factories.has(type)) {
      throw new ConflictError(`Metric sources of type "${type}" exist already`);
    }
    this.#factories.set(type, factory);
  }

  /**
   * The stores by the names of their clusters.
   * @param connectionOf - the way to the API server of a cluster
   * @throws InputError naming the key for a type that no module brought
   */
  sources(
    clusters: readonly ClusterDefinition[],
    connectionOf: (cluster: string) => ClusterConnection | undefined,
  ): ReadonlyMap<string, MetricSource> {
    const sources = new Map<string, MetricSource>();
    for (const { name, metrics } of clusters) {
      if (metrics) {
        const factory = this.#factories.get(metrics.type);
        if (!factory) {
          const known = [...this.#factories.keys()].join(', ') || 'none';
          throw new InputError(
            `Wrong configuration: workloads.clusters.${name}.metrics.type is "${metrics.type}", for which no module is installed; known are ${known}`,
          );
        }
        const connection = connectionOf(name);
        if (!connection) {
          throw new InputError(`There is no connection to cluster "${name}"`);
        }
        sources.set(
          name,
          factory({ cluster: name, config: metrics, connection }),
        );
      }
    }
    return sources;
  }
}
