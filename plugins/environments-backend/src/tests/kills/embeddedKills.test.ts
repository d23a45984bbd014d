import { embeddedTarget } from '../__testUtils__/TestTarget';
import { describeKills } from '../__testUtils__/describeKills';

const isLong = process.env.DOMAINDECK_LONG === '1';

describeKills('embedded cluster', {
  start: embeddedTarget,
  every: isLong ? 1 : 23,
  lanes: 16,
  timeoutMs: 3_600_000,
});
