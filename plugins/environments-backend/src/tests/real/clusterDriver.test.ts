import { startControlPlane } from '@domaindeck/control-plane';
import { connectDriver } from '../__testUtils__/connectDriver';
import { describeClusterDriver } from '../__testUtils__/describeClusterDriver';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

describeReal('the driver of a real cluster', () => {
  describeClusterDriver(async () => {
    const plane = await startControlPlane({ clusters: ['dev-1'] });
    const [cluster] = plane.clusters;
    const connected = connectDriver(cluster, cluster.tokens.admin);
    return {
      ...connected,
      patienceMs: 90_000,
      stop: async () => {
        await connected.connection.close();
        await plane.stop();
      },
    };
  });
});
