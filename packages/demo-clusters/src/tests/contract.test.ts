import { DemoCluster } from '../cluster/DemoCluster';
import { startDemoCluster } from '../cluster/startDemoCluster';
import { describeKubernetesContract } from '../contract/describeKubernetesContract';

const world = {
  name: 'contract',
  kubernetesVersion: 'v1.36.3',
  nodes: 1,
  manifests: [],
};

let cluster: DemoCluster;

beforeAll(async () => {
  cluster = await startDemoCluster({
    world,
    tokens: [
      { token: 'all', user: 'admin' },
      {
        token: 'some',
        user: 'restricted',
        allow: [
          {
            groups: [''],
            resources: ['pods'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
      },
    ],
  });
});

afterAll(() => cluster.stop());

describeKubernetesContract('the embedded server', async () => ({
  url: cluster.url,
  adminToken: 'all',
  restrictedToken: 'some',
  forgetHistory: async () => cluster.forgetHistory(),
}));
