import { startControlPlane } from '@domaindeck/control-plane';
import { describeCanaries } from '../negative/__testUtils__/describeCanaries';
import { applyObjects } from './__testUtils__/applyObjects';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

describeReal('secrets in a real cluster', () => {
  describeCanaries('a real API server', async ({ manifests }) => {
    const plane = await startControlPlane({ clusters: ['dev-1'], nodes: 1 });
    const [cluster] = plane.clusters;
    await applyObjects(cluster, manifests);
    const { url, ca, tokens } = cluster;
    return { url, ca, token: tokens.admin, stop: () => plane.stop() };
  });
});
