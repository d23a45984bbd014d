import { describeStuck } from '../__testUtils__/describeStuck';
import { realTarget } from '../__testUtils__/TestTarget';

describeStuck('real control plane', {
  start: realTarget,
  skip: process.env.DOMAINDECK_CONTROL_PLANE !== '1',
});
