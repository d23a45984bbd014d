import { realTarget } from '../__testUtils__/TestTarget';
import { describeKills } from '../kills/describeKills';

const isLong = process.env.DOMAINDECK_LONG === '1';

if (process.env.DOMAINDECK_CONTROL_PLANE === '1') {
  describeKills('real control plane', {
    start: realTarget,
    every: isLong ? 1 : 23,
    timeoutMs: 3_600_000,
  });
} else {
  it.skip('needs a real control plane', () => {});
}
