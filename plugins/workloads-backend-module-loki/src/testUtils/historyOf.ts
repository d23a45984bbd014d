import { LogHistorySource } from '@domaindeck/backstage-plugin-workloads-node';
import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { createLokiLogHistory } from '../createLokiLogHistory';
import { FakeLoki } from './FakeLoki';

/** The history of the cluster `prod-sh`, as it is read from a Loki. */
export function historyOf(
  loki: FakeLoki,
  clock: FakeClock,
  config: object = {},
): LogHistorySource {
  return createLokiLogHistory({
    cluster: 'prod-sh',
    config: { type: 'loki', url: loki.url, ...config },
    clock,
  });
}
