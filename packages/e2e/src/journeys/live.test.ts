import { hasBrowser } from '../browser/openBrowser';
import { DemoClusters } from '../clusters/DemoClusters';
import { describeJourney } from './describeJourney';

const enabled = process.env.DOMAINDECK_JOURNEYS === '1' && hasBrowser();

(enabled ? describe : describe.skip)('the portal on embedded clusters', () => {
  describeJourney({
    name: 'embedded',
    start: () => DemoClusters.start(),
    environments: ['development', 'testing', 'pre-production', 'production'],
  });
});
