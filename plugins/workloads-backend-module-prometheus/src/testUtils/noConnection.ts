import { ClusterConnection } from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';

/** For a store that is not reached through a cluster: fails when it is used. */
export function noConnection(): ClusterConnection {
  return FakeClusterConnection.create(clusterDefinition(), request => {
    throw new Error(`Nobody should have asked ${request}`);
  });
}
