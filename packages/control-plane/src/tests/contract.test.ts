import { describeKubernetesContract } from '@domaindeck/demo-clusters';
import { ControlPlane, startControlPlane } from '../startControlPlane';
import { describeReal } from './describeReal';

describeReal('the contract on a real server', () => {
  let plane: ControlPlane;

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startControlPlane({ clusters: 1 });
  }, 900_000);

  afterAll(() => plane?.stop(), 60_000);

  describeKubernetesContract('kube-apiserver', async () => {
    const [cluster] = plane.clusters;
    const { url, ca, tokens } = cluster;
    return {
      url,
      ca,
      adminToken: tokens.admin,
      restrictedToken: tokens.restricted,
      forgetHistory: () => cluster.forgetHistory(),
    };
  });
});
