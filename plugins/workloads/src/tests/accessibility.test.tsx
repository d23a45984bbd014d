import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  ClockProvider,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  at,
  clustersWorld,
} from '../components/ClustersPage/__testUtils__/clustersWorld';
import { ClustersPage } from '../components/ClustersPage/ClustersPage';
import {
  matrix,
  showTab,
  world,
} from '../components/WorkloadsTab/__testUtils__/showTab';
import { seriousFindings } from '../__testUtils__/seriousFindings';

/** Every form of a cell, in few enough of them: without a browser, each costs a tenth of a second. */
const few = {
  components: world.components?.filter(({ name }) =>
    ['pricing', 'ledger', 'refunds', 'settlement'].includes(name),
  ),
  environments: world.environments.filter(({ tier }) =>
    ['development', 'production', 'partner'].includes(tier),
  ),
  workloads: world.workloads.filter(({ name }) =>
    ['pricing', 'ledger', 'refunds', 'settlement'].includes(name),
  ),
};

describe('what axe finds', () => {
  beforeEach(() => window.localStorage.clear());

  it('is found where something is wrong', async () => {
    renderInTestApp(<button type="button" />);
    await screen.findByRole('button');
    expect(await seriousFindings()).toEqual([
      expect.stringMatching(/^button-name/),
    ]);
  });

  it('is nothing serious on the matrix, with a silent cluster', async () => {
    showTab({
      world: {
        ...few,
        clusters: world.clusters.map(cluster =>
          cluster.name === 'partner-kl'
            ? { ...cluster, state: 'unreachable' }
            : cluster,
        ),
      },
    });
    await matrix();
    expect(await seriousFindings()).toEqual([]);
  });

  it('is nothing serious on the list', async () => {
    showTab({ url: '/?view=list', world: few });
    await screen.findByRole('table', { name: 'Workloads' });
    expect(await seriousFindings()).toEqual([]);
  });

  it('is nothing serious on the panel of a failing workload', async () => {
    showTab({
      url: '/?open=prod-sh/payments-prod/Deployment/pricing',
      world: few,
    });
    await screen.findByRole('region', { name: /^Releases/ });
    expect(await seriousFindings()).toEqual([]);
  });

  it('is nothing serious on the Clusters page with one cluster open', async () => {
    renderInTestApp(
      <ClockProvider clock={ManualClock.at(at(14, 9))}>
        <ClustersPage />
      </ClockProvider>,
      {
        apis: [[workloadsApiRef, InMemoryWorkloadsApi.create(clustersWorld())]],
        initialRouteEntries: ['/?cluster=prod-sh'],
      },
    );
    await screen.findByRole('table', { name: 'Clusters' });
    expect(await seriousFindings()).toEqual([]);
  });
});
