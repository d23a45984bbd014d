import {
  Clock,
  ClusterLogsConfig,
  LogHistorySource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { readLokiConfig } from './config/readLokiConfig';
import { LokiLogHistory } from './history/LokiLogHistory';
import { LokiClient } from './http/LokiClient';
import { LabelDiscovery } from './labels/LabelDiscovery';

/**
 * Makes the source of one cluster.
 * @throws InputError naming the key of the config that is wrong
 */
export function createLokiLogHistory(options: {
  readonly cluster: string;
  readonly config: ClusterLogsConfig;
  readonly clock: Clock;
}): LogHistorySource {
  const { clock, cluster } = options;
  const config = readLokiConfig(cluster, options.config);
  const client = LokiClient.create(config, clock);
  return LokiLogHistory.create({
    config,
    client,
    labels: LabelDiscovery.create({ config, client, clock }),
  });
}
