import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  ClockProvider,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  InMemoryWorld,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { ClustersPage } from './ClustersPage';
import { aCluster, at, clustersWorld } from './__testUtils__/clustersWorld';

function show(
  world: InMemoryWorld,
  options: { url?: string; language?: 'zh' } = {},
) {
  const api = InMemoryWorkloadsApi.create(world);
  return { api, ...showApi(api, options) };
}

function showApi(
  api: InMemoryWorkloadsApi,
  options: { url?: string; language?: 'zh' } = {},
) {
  const { url = '/', language } = options;
  const clock = ManualClock.at(at(14, 9));
  renderInTestApp(
    <ClockProvider clock={clock}>
      <ClustersPage />
    </ClockProvider>,
    {
      apis: [[workloadsApiRef, api]],
      initialRouteEntries: [url],
      ...(language && {
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: language,
                    availableLanguages: ['en', language],
                  },
                },
              },
            ],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      }),
    },
  );
  return { clock };
}

const rows = async () =>
  within(await screen.findByRole('table', { name: 'Clusters' }))
    .getAllByRole('row')
    .map(row => row.textContent);

describe('ClustersPage', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says what is wrong and lists the clusters worst first, each with why', async () => {
    show(clustersWorld());
    expect(
      await screen.findByText(
        '1 cluster is silent, 1 cluster refuses the portal, 1 node is not ready',
      ),
    ).toBeVisible();
    expect(await rows()).toEqual([
      'ClusterStateVersionNodesAnswers in',
      'test-1testing, shanghaiPortal refusedthe token has expired; never seennot knownnot known–',
      'partner-klpartner, kuala-lumpur, tenant, restrictedSilent since 14:02no answer in 5 s; next try 14:10v1.35.26 of 6as of 14:02–',
      'prod-shproduction, shanghaiLive1 node not readyv1.35.247 of 481 drained40 ms',
      'dev-1development, shanghai, self-serviceLivev1.35.212 of 12ready40 ms',
    ]);
  });

  it('shows of the chosen cluster what the credentials lack with the lines that mend it, the clock, the nodes and who is unclaimed', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    show(clustersWorld());
    await user.click(await screen.findByRole('button', { name: 'prod-sh' }));

    const lacks = within(
      await screen.findByRole('region', {
        name: 'prod-sh: what our credentials lack',
      }),
    );
    expect(lacks.getAllByRole('listitem').map(i => i.textContent)).toEqual([
      expect.stringContaining(
        'Right to read and watch nodesnodes is forbidden- apiGroups: [""]',
      ),
      expect.stringContaining(
        'The token in the config stays validends in 9 days',
      ),
    ]);
    await user.click(
      lacks.getByRole('button', {
        name: 'Copy the fix for Right to read and watch nodes',
      }),
    );
    expect(write).toHaveBeenLastCalledWith(
      '- apiGroups: [""]\n  resources: [nodes]\n  verbs: [get, list, watch]\n',
    );
    await user.click(lacks.getByRole('button', { name: 'Show what passed' }));
    expect(lacks.getByText('Right to read and watch pods')).toBeVisible();

    expect(screen.getByText('Its clock is 5 min ahead of ours')).toBeVisible();
    const nodes = within(screen.getByRole('region', { name: 'Nodes' }));
    expect(nodes.getAllByRole('listitem').map(i => i.textContent)).toEqual([
      expect.stringContaining('Node sh-w-31 is not ready'),
      expect.stringContaining('Node sh-w-32 is drained'),
    ]);
    const unclaimed = within(
      screen.getByRole('region', {
        name: 'Namespaces that no domain claims',
      }),
    );
    expect(unclaimed.getByText('1 workload is shown nowhere')).toBeVisible();
    expect(unclaimed.queryByText('elsewhere')).not.toBeInTheDocument();
    await user.click(
      unclaimed.getByRole('button', {
        name: 'Copy the binding for legacy-batch',
      }),
    );
    expect(write).toHaveBeenLastCalledWith(
      '- domain: my-domain\n  cluster: prod-sh\n  namespaces: [legacy-batch]\n',
    );
  });

  it('opens at the cluster of the link and folds it with another click', async () => {
    show(clustersWorld(), { url: '/?cluster=prod-sh' });
    expect(
      await screen.findByRole('region', {
        name: 'prod-sh: what our credentials lack',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'prod-sh' }));
    expect(
      screen.queryByRole('region', { name: /credentials lack/ }),
    ).not.toBeInTheDocument();
  });

  it('names a cluster that is not there', async () => {
    show(clustersWorld(), { url: '/?cluster=gone' });
    expect(await screen.findByText('There is no cluster gone')).toBeVisible();
  });

  it('asks again every 10 s and keeps what it shows while an answer fails', async () => {
    const { api, clock } = show({ inspect: [aCluster('dev-1')] });
    expect(
      await screen.findByText(
        'The cluster answers and all its nodes are ready',
      ),
    ).toBeVisible();
    api.set({
      inspect: [aCluster('dev-1', { nodes: { ready: 10, total: 12 } })],
    });
    await act(() => clock.advance(10_000));
    expect(await screen.findByText('2 nodes are not ready')).toBeVisible();

    api.fail('getClusters', new ServiceUnavailableError('restarting'));
    await act(() => clock.advance(10_000));
    expect(await screen.findByText('Not refreshed, retrying')).toBeVisible();
    expect(await rows()).toHaveLength(2);
    api.mend('getClusters');
    await act(() => clock.advance(10_000));
    expect(await screen.findByText('Live, 1 of 1')).toBeVisible();
  });

  it('tells nothing to who may not inspect clusters', async () => {
    const api = InMemoryWorkloadsApi.create(clustersWorld());
    api.fail('getUnclaimedNamespaces', new NotAllowedError('no'));
    showApi(api);
    expect(
      await screen.findByText('This page is for platform operators'),
    ).toBeVisible();
    expect(screen.queryByText('prod-sh')).not.toBeInTheDocument();
    expect(screen.queryByText('Nodes ready')).not.toBeInTheDocument();
  });

  it('says what to configure when there is no cluster', async () => {
    show({ inspect: [] });
    expect(await screen.findByText('No cluster is configured')).toBeVisible();
  });

  it('says why the clusters cannot be read, and tries again', async () => {
    const api = InMemoryWorkloadsApi.create(clustersWorld());
    api.fail('getClusters', new ServiceUnavailableError('restarting'));
    showApi(api);
    expect(
      await screen.findByText('The clusters cannot be read now'),
    ).toBeVisible();
    expect(screen.getByText('restarting')).toBeVisible();
    api.mend('getClusters');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(5);
  });

  it('says why one cluster cannot be checked, and shows the rest', async () => {
    const api = InMemoryWorkloadsApi.create(clustersWorld());
    api.fail('getClusterCheck', new ServiceUnavailableError('timed out'));
    showApi(api, { url: '/?cluster=partner-kl' });
    expect(
      await screen.findByText('partner-kl cannot be checked now'),
    ).toBeVisible();
    expect(
      screen.getByText('Every namespace with workloads belongs to a domain'),
    ).toBeVisible();
  });

  it('speaks Chinese', async () => {
    show(clustersWorld(), { language: 'zh', url: '/?cluster=prod-sh' });
    expect(
      await screen.findByText(
        '1 个集群没有响应，1 个集群拒绝了门户，1 个节点未就绪',
      ),
    ).toBeVisible();
    expect(await screen.findByText('它的时钟比门户快 5 分钟')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\{\{/);
  });
});
