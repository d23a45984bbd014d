import { startDemoCluster } from '@domaindeck/demo-clusters';
import { connectDriver } from './__testUtils__/connectDriver';
import { describeClusterDriver } from './__testUtils__/describeClusterDriver';

describe('the driver of an embedded cluster', () => {
  describeClusterDriver(async () => {
    const cluster = await startDemoCluster({
      world: {
        name: 'dev-1',
        kubernetesVersion: 'v1.36.3',
        nodes: 1,
        manifests: [
          {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name: 'kube-system' },
          },
        ],
      },
    });
    const connected = connectDriver(cluster, cluster.token);
    return {
      ...connected,
      patienceMs: 30_000,
      stop: async () => {
        await connected.connection.close();
        await cluster.stop();
      },
    };
  });
});
