import {
  Clock,
  ClusterMetricsConfig,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { readPrometheusConfig } from './config/readPrometheusConfig';
import { PrometheusClient } from './http/PrometheusClient';
import { PrometheusMetricSource } from './source/PrometheusMetricSource';

/**
 * Makes the source of one cluster.
 * @throws InputError naming the key of the config that is wrong
 */
export function createPrometheusMetricSource(options: {
  readonly cluster: string;
  readonly config: ClusterMetricsConfig;
  readonly clock: Clock;
}): MetricSource {
  const config = readPrometheusConfig(options.cluster, options.config);
  return PrometheusMetricSource.create({
    config,
    client: PrometheusClient.create(config, options.clock),
  });
}
