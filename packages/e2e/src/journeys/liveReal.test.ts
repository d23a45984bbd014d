import { hasBrowser } from '../browser/openBrowser';
import { RealClusters } from '../clusters/RealClusters';
import { describeJourney } from './describeJourney';

const enabled =
  process.env.DOMAINDECK_JOURNEYS === '1' &&
  process.env.DOMAINDECK_CONTROL_PLANE === '1' &&
  hasBrowser();

(enabled ? describe : describe.skip)('the portal on real clusters', () => {
  describeJourney({
    name: 'real',
    start: () => RealClusters.start(['dev-1', 'test-1', 'prod-sh']),
    environments: ['development', 'testing', 'production'],
  });
});
