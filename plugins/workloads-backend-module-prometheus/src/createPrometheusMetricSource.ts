import {
  Clock,
  ClusterConnection,
  ClusterMetricsConfig,
  MetricSource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { readPrometheusConfig } from './config/readPrometheusConfig';
import { PrometheusClient } from './http/PrometheusClient';
import { ServiceTransport } from './http/ServiceTransport';
import { UrlTransport } from './http/UrlTransport';
import { PrometheusMetricSource } from './source/PrometheusMetricSource';

/**
 * Makes the source of one cluster.
 * @throws InputError naming the key of the config that is wrong
 */
export function createPrometheusMetricSource(options: {
  readonly cluster: string;
  readonly config: ClusterMetricsConfig;
  readonly connection: ClusterConnection;
  readonly clock: Clock;
}): MetricSource {
  const { connection, clock } = options;
  const config = readPrometheusConfig(options.cluster, options.config);
  const transport =
    config.place.by === 'url'
      ? UrlTransport.create(config, config.place.url)
      : ServiceTransport.create(config, config.place, connection);
  return PrometheusMetricSource.create({
    config,
    client: PrometheusClient.create({ config, transport, clock }),
  });
}
