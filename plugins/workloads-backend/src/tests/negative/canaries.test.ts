import { startDemoCluster } from '@domaindeck/demo-clusters';
import { describeCanaries } from './__testUtils__/describeCanaries';

describe('secrets in a cluster', () => {
  describeCanaries('an embedded API server', world =>
    startDemoCluster({ world }),
  );
});
