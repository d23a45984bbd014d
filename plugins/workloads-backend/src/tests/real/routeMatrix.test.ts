import { ControlPlane } from '@domaindeck/control-plane';
import {
  conditionalAccess,
  plainPolicy,
} from '../negative/__testUtils__/matrixRoles';
import { RouteMatrix } from '../negative/__testUtils__/RouteMatrix';
import { Portal } from '../negative/__testUtils__/startPortal';
import {
  startMatrixClusters,
  startMatrixPortal,
} from './__testUtils__/matrixClusters';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

describeReal('every route, every role, every place of real clusters', () => {
  let plane: ControlPlane;
  let portal: Portal | undefined;

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startMatrixClusters();
  }, 900_000);

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  }, 30_000);

  afterAll(() => plane?.stop(), 60_000);

  it('holds under conditional decisions', async () => {
    portal = await startMatrixPortal(plane, { access: conditionalAccess });
    const matrix = await RouteMatrix.over('real API servers', portal);
    expect(await matrix.holdConditional()).toEqual([]);
    expect(matrix.never).toEqual([]);
  }, 300_000);

  it('holds under plain decisions', async () => {
    portal = await startMatrixPortal(plane, {
      access: {},
      policy: plainPolicy,
    });
    const matrix = await RouteMatrix.over('real API servers', portal);
    expect(await matrix.holdPlain()).toEqual([]);
    expect(matrix.never).toEqual([]);
  }, 300_000);
});
