import { Config } from '@backstage/config';
import { LogHistorySource } from '@domaindeck/backstage-plugin-workloads-node';
import { readDemoAccess } from '../access/readDemoAccess';
import { DemoLogHistory } from './DemoLogHistory';
import { DemoLogStore } from './DemoLogStore';

/**
 * Makes the source of one cluster.
 * @throws InputError when the config has no such cluster
 */
export function createDemoLogHistory(
  config: Config,
  cluster: string,
): LogHistorySource {
  return DemoLogHistory.create(
    DemoLogStore.create(readDemoAccess(config, cluster)),
  );
}
