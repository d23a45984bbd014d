import {
  ClusterDefinition,
  DefaultClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { DefaultClusterDriver } from '../../drivers';

/** A driver with a token of its own, and the connection on which it stands. */
export interface ConnectedDriver {
  readonly connection: DefaultClusterConnection;
  readonly driver: DefaultClusterDriver;
}

/** Connects to a cluster with a token. */
export function connectDriver(
  cluster: {
    readonly url: string;
    /** Certificate authority, PEM. */
    readonly ca?: string;
    readonly name?: string;
  },
  token: string,
  fields?: Partial<ClusterDefinition>,
): ConnectedDriver {
  const connection = DefaultClusterConnection.create({
    cluster: clusterDefinition({
      name: cluster.name ?? 'dev-1',
      url: cluster.url,
      selfService: true,
      ...(cluster.ca
        ? { caData: Buffer.from(cluster.ca).toString('base64') }
        : {}),
      ...fields,
    }),
    credentials: {
      getCredential: async () => ({ type: 'bearer token', token }),
    },
  });
  const driver = DefaultClusterDriver.create({ connection, digestKey: 'key' });
  return { connection, driver };
}
