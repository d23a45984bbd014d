import { ConfigReader } from '@backstage/config';
import { ClusterRegistry } from '@domaindeck/backstage-plugin-workloads-node';
import {
  clusterDefinition,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { DefaultClusterDrivers } from './DefaultClusterDrivers';

describe('DefaultClusterDrivers', () => {
  it('has a driver for clusters with self-service, and for no other', async () => {
    const cluster = (name: string) => ({
      name,
      url: 'http://127.0.0.1:1',
      authProvider: 'serviceAccount',
      serviceAccountToken: 'token',
    });
    const registry = ClusterRegistry.fromConfig(
      new ConfigReader({
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            { type: 'config', clusters: [cluster('dev-1'), cluster('prod')] },
          ],
        },
        workloads: {
          clusters: {
            'dev-1': { tier: 'development', selfService: true },
            prod: { tier: 'production' },
          },
        },
      }),
    );
    const drivers = DefaultClusterDrivers.fromRegistry({
      registry,
      credentials: {
        getCredential: async () => ({ type: 'bearer token', token: 'token' }),
      },
      digestKey: 'key',
    });
    expect(drivers.list().map(driver => driver.cluster)).toEqual(['dev-1']);
    expect(drivers.get('dev-1')).toBe(drivers.list()[0]);
    expect(drivers.get('prod')).toBeUndefined();
    await drivers.close();
    await expect(drivers.list()[0].sight()).rejects.toThrow('was closed');
  });

  it('leaves out a connection that it is given by mistake, and closes it all the same', async () => {
    const prod = FakeClusterConnection.create(
      clusterDefinition({ name: 'prod' }),
      () => ({}),
    );
    const drivers = DefaultClusterDrivers.create({
      connections: [prod],
      digestKey: 'key',
    });
    expect(drivers.list()).toEqual([]);
    await drivers.close();
    expect(prod.closed).toBe(true);
    expect(prod.requests).toEqual([]);
  });
});
