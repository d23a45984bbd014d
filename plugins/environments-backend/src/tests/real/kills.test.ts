import { describeKills } from '../__testUtils__/describeKills';
import { realTarget } from '../__testUtils__/TestTarget';

describeKills('real control plane', {
  start: realTarget,
  every: process.env.DOMAINDECK_LONG === '1' ? 1 : 23,
  skip: process.env.DOMAINDECK_CONTROL_PLANE !== '1',
  lanes: 8,
  timeoutMs: 3_600_000,
});
