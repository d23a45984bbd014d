import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ClusterConnection } from '../types';
import { ClusterMetricsConfig, MetricSource } from './MetricSource';

/**
 * Makes the source of a cluster.
 *
 * @throws InputError when its part of the config is wrong; the start then fails with the name of the key
 * @public
 */
export type MetricSourceFactory = (options: {
  /** The cluster's name. */
  readonly cluster: string;
  readonly config: ClusterMetricsConfig;
  /** To the cluster's API server, for a store that is reached through it. */
  readonly connection: ClusterConnection;
}) => MetricSource;

/**
 * Teaches the portal to read another kind of metric store.
 * @public
 */
export interface MetricSourceExtensionPoint {
  /**
   * @param type - the value of `workloads.clusters.<name>.metrics.type` that chooses it
   * @throws ConflictError when the type exists already
   */
  addType(type: string, factory: MetricSourceFactory): void;
}

/**
 * Extension point of the `workloads` plugin for {@link MetricSourceExtensionPoint}.
 * @public
 */
export const metricSourceExtensionPoint =
  createExtensionPoint<MetricSourceExtensionPoint>({
    id: 'workloads.metric-source',
  });
