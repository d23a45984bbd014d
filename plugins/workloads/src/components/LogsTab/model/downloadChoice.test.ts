import { logsWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { downloadChoice } from './downloadChoice';

describe('downloadChoice', () => {
  const { sources } = logsWorld(0);
  const [dev, prod, partner] = sources.environments;
  const some = {
    ...sources,
    environments: [
      dev,
      { ...prod, downloadable: false },
      { ...partner, readable: false },
    ],
  };

  it('parts what may be taken away from what may only be read', () => {
    expect(downloadChoice(some, { env: [] })).toEqual({
      downloadable: [dev.ref],
      others: [prod.ref],
    });
    expect(downloadChoice(some, { env: [prod.ref] }).downloadable).toEqual([]);
    expect(downloadChoice(sources, { env: [prod.ref] })).toEqual({
      downloadable: [prod.ref],
      others: [],
    });
  });
});
