import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  browserClock,
  Clock,
  ClockProvider,
  EndedRightsApi,
  endedRightsApiRef,
  metricsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryMetrics,
  InMemoryMetricsApi,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { MetricsTab } from './MetricsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

const dev = { cluster: 'dev-1', namespace: 'payments-dev' };
const prod = { cluster: 'prod-sh', namespace: 'payments-prod' };
const MIB = 2 ** 20;

const world: InMemoryMetrics = {
  environments: [
    { ...dev, ref: 'dev-1/payments-dev', tier: 'development', readable: true },
    {
      ...prod,
      ref: 'prod-sh/payments-prod',
      tier: 'production',
      readable: true,
    },
  ],
  workloads: ['orders', 'pricing'],
  marks: [
    {
      id: 'release-1',
      type: 'release',
      at: new Date(Date.now() - 300_000).toISOString(),
      environment: 'dev-1/payments-dev',
      ...dev,
      workload: 'dev-1/payments-dev/Deployment/pricing',
      object: { kind: 'Deployment', name: 'pricing' },
      from: '5.2.0',
      to: '5.2.1',
      text: '5.2.0 to 5.2.1',
    },
  ],
  sources: [
    { cluster: 'dev-1', state: 'sampled', name: 'metrics.k8s.io' },
    { cluster: 'prod-sh', state: 'failing', reason: 'it does not answer' },
  ],
  series: {
    cpu: [
      { ...dev, pod: 'pricing-x2x2x', measure: 'usage', value: 0.25 },
      { ...dev, pod: 'pricing-x2x2x', measure: 'request', value: 0.5 },
    ],
    memory: [
      { ...dev, pod: 'pricing-x2x2x', measure: 'usage', value: 300 * MIB },
      { ...prod, pod: 'orders-4xk2p', measure: 'usage', value: 200 * MIB },
    ],
  },
};

function show(
  query = '',
  change: (api: InMemoryMetricsApi) => void = () => {},
  clock: Clock = browserClock,
  endedRights?: EndedRightsApi,
) {
  const api = new InMemoryMetricsApi(world);
  change(api);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={entity}>
        <MetricsTab />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [metricsApiRef, api],
        ...(endedRights ? [[endedRightsApiRef, endedRights] as const] : []),
      ],
      initialRouteEntries: [`/${query}`],
    },
  );
  return api;
}
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('the Metrics tab', () => {
  it('draws the panels that have data with their last values, and names the others', async () => {
    show();
    const cpu = await panel('CPU');
    expect(await cpu.findByText('cores a pod')).toBeVisible();
    expect(
      await cpu.findByRole('button', { name: 'Hide dev·x2x2x' }),
    ).toHaveTextContent('0.25');
    expect(cpu.getByRole('button', { name: 'Hide request' })).toHaveTextContent(
      '0.5',
    );
    const memory = await panel('Memory');
    expect(await memory.findByText('MiB a pod')).toBeVisible();
    const others = within(
      await screen.findByRole('region', {
        name: 'Not shown, 10 panels without data',
      }),
    );
    expect(others.getByText('Latency')).toBeVisible();
    expect(others.queryByText(/^No source of these/)).toBeNull();
    await userEvent.click(others.getByRole('button', { name: 'Why' }));
    expect(others.getAllByText(/^No source of these/)).toHaveLength(10);
    await userEvent.click(
      others.getByRole('button', { name: 'How to add a source' }),
    );
    // The cluster that has a store which fails needs no other one.
    const yaml = others.getByText(/type: prometheus/);
    expect(yaml).toHaveTextContent('dev-1:');
    expect(yaml).not.toHaveTextContent('prod-sh:');
    expect(
      screen.getByText(/The last hour at most, from metrics.k8s.io of dev-1/),
    ).toBeVisible();
    expect(
      screen.getByText('prod-sh gives no metrics: it does not answer'),
    ).toBeVisible();
  });

  it('gives the same numbers as a table', async () => {
    show();
    const cpu = await panel('CPU');
    await userEvent.click(
      await cpu.findByRole('button', { name: 'As a table' }),
    );
    const table = within(cpu.getByRole('table'));
    expect(
      table.getAllByRole('columnheader').map(one => one.textContent),
    ).toEqual(['Time', 'dev·x2x2x', 'request', 'What happened']);
    expect(table.getAllByText('0.25').length).toBeGreaterThan(10);
    expect(
      table.getByText(
        'pricing 5.2.0 → 5.2.1 was released to development, dev-1',
      ),
    ).toBeVisible();
  });

  it('asks for what the URL says, and writes there what is chosen', async () => {
    const api = show(
      '?service=orders&env=prod-sh%2Fpayments-prod&from=2026-11-01T00:00:00Z&to=2026-11-01T01:00:00Z',
    );
    const memory = await panel('Memory');
    expect(
      await memory.findByRole('button', { name: 'Hide sh·4xk2p' }),
    ).toBeVisible();
    expect(api.queries.find(one => one.panel === 'memory')).toMatchObject({
      workload: 'orders',
      environments: ['prod-sh/payments-prod'],
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-01T01:00:00.000Z',
    });
    await userEvent.click(screen.getByRole('button', { name: /^Service/ }));
    await userEvent.click(
      await screen.findByRole('menuitemradio', { name: 'pricing' }),
    );
    await screen.findByRole('button', { name: 'Service pricing' });
    expect(api.queries.at(-1)).toMatchObject({ workload: 'pricing' });
  });

  it('keeps the place of a panel that gets no answer, and asks again', async () => {
    const api = show();
    const cpu = await panel('CPU');
    await cpu.findByText('cores a pod');
    api.failure = new Error('too slow');
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    // What was known stays on the screen, with the time of which it is.
    expect(await cpu.findByText(/^as of .*: too slow$/)).toBeVisible();
    expect(cpu.getByText('cores a pod')).toBeVisible();
  });

  it('says of a panel that nothing happened, in place of an even zero', async () => {
    show('', api => {
      const answers = new InMemoryMetricsApi({
        ...world,
        series: {
          restarts: [{ ...dev, pod: 'a', measure: 'restarts', value: 4 }],
          throttling: [{ ...dev, pod: 'a', measure: 'throttled', value: 0 }],
          latency: [{ ...dev, pod: 'a', measure: 'p95', value: null }],
        },
      });
      api.getMetricPanels = () => answers.getMetricPanels();
      api.queryMetrics = (ref, query) => answers.queryMetrics(ref, query);
    });
    const restarts = await panel('Restarts');
    expect(await restarts.findByText('No restart in this time')).toBeVisible();
    expect(restarts.queryByRole('slider')).toBeNull();
    expect(
      await (
        await panel('Throttled')
      ).findByText('Nothing was throttled in this time'),
    ).toBeVisible();
  });

  it('draws no panel of what the service has none of, and says so among the others', async () => {
    show('?service=pricing', api => {
      const answers = new InMemoryMetricsApi({
        ...world,
        series: {
          cpu: world.series.cpu,
          volumes: [{ ...dev, pod: 'a', measure: 'used', value: null }],
          quota: [{ ...dev, pod: 'a', measure: 'used', value: null }],
        },
      });
      api.getMetricPanels = () => answers.getMetricPanels();
      api.queryMetrics = (ref, query) => answers.queryMetrics(ref, query);
    });
    await panel('CPU');
    const others = within(
      await screen.findByRole('region', { name: /^Not shown, 11 panels/ }),
    );
    expect(await others.findByText('pricing has none.')).toBeVisible();
    expect(
      others.getByText(
        'It is told of a whole namespace, not of a single service.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Volumes' })).toBeNull();
  });

  it('names the source of a panel that does not answer, while the others stand', async () => {
    const warnings = [
      { cluster: 'prod-sh', code: 'failing' as const, message: 'too slow' },
    ];
    const api = show('?range=P7D', made => {
      const answer = made.queryMetrics.bind(made);
      made.queryMetrics = async (ref, query) => ({
        ...(await answer(ref, query)),
        sources: [{ cluster: 'prod-sh', state: 'failing', name: 'Thanos' }],
        warnings,
        ...(query.panel === 'cpu' && { series: [] }),
      });
    });
    const cpu = await panel('CPU');
    expect(await cpu.findByText('No answer from Thanos')).toBeVisible();
    expect(cpu.getByText('prod-sh: too slow')).toBeVisible();
    // Where others answer their curves are drawn, and what is missing in them is said.
    const memory = await panel('Memory');
    expect(
      await memory.findByText('prod-sh does not answer: too slow'),
    ).toBeVisible();
    expect(memory.getByText('MiB a pod')).toBeVisible();
    await userEvent.click(
      cpu.getByRole('button', { name: 'Last 24 hours instead' }),
    );
    await waitFor(() => {
      const { from, to } = api.queries.at(-1)!;
      expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
    });
  });

  it('hides a line in all panels by a click, and all others of its panel with Alt', async () => {
    const user = userEvent.setup();
    show();
    const cpu = await panel('CPU');
    const memory = await panel('Memory');
    await user.click(
      await cpu.findByRole('button', { name: 'Hide dev·x2x2x' }),
    );
    expect(
      await cpu.findByRole('button', { name: 'Show dev·x2x2x' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(
      await memory.findByRole('button', { name: 'Show dev·x2x2x' }),
    ).toBeVisible();
    expect(memory.getByRole('button', { name: 'Hide sh·4xk2p' })).toBeVisible();
    await user.keyboard('{Alt>}');
    await user.click(memory.getByRole('button', { name: 'Show dev·x2x2x' }));
    await user.keyboard('{/Alt}');
    expect(
      await memory.findByRole('button', { name: 'Hide dev·x2x2x' }),
    ).toBeVisible();
    expect(memory.getByRole('button', { name: 'Show sh·4xk2p' })).toBeVisible();
  });

  it('tells what is used as share of what is asked for', async () => {
    show();
    const cpu = await panel('CPU');
    expect(await cpu.findByText('50% of all requests used')).toBeVisible();
    expect(cpu.getByText('no limit set')).toBeVisible();
    await userEvent.click(
      cpu.getByRole('button', { name: 'As share of the request' }),
    );
    expect(cpu.getByText('% of the request')).toBeVisible();
    expect(
      cpu.getByRole('button', { name: 'Hide dev·x2x2x' }),
    ).toHaveTextContent('50');
    expect(
      (await panel('Memory')).queryByRole('button', { name: /^As share/ }),
    ).toBeNull();
  });

  it('says what is missing where nothing measures', async () => {
    show('', api => {
      api.getMetricPanels = async () => ({
        ...(await new InMemoryMetricsApi({
          ...world,
          sources: [{ cluster: 'dev-1', state: 'none' }],
          series: {},
        }).getMetricPanels()),
      });
    });
    const notice = await screen.findByRole('region', {
      name: 'No metrics yet',
    });
    expect(notice).toBeVisible();
    expect(screen.queryByRole('slider')).toBeNull();
    await userEvent.click(
      within(notice).getByRole('button', { name: 'How to add a source' }),
    );
    expect(within(notice).getByText(/type: prometheus/)).toBeVisible();
  });

  it('tells a source that fails from one that is not there', async () => {
    show('', api => {
      api.getMetricPanels = () =>
        new InMemoryMetricsApi({
          ...world,
          series: {},
          sources: [
            { cluster: 'prod-sh', state: 'failing', reason: 'too slow' },
          ],
        }).getMetricPanels();
    });
    const notice = within(
      await screen.findByRole('region', {
        name: 'The source of the metrics does not answer',
      }),
    );
    expect(notice.queryByRole('button')).toBeNull();
    expect(
      screen.getByText('prod-sh gives no metrics: too slow'),
    ).toBeVisible();
  });

  it('asks for the last steps alone while the time goes on', async () => {
    const clock = ManualClock.at(new Date().toISOString());
    const api = show('?range=PT15M&follow=1', () => {}, clock);
    const cpu = await panel('CPU');
    await cpu.findByText('cores a pod');
    const asked = api.queries.length;
    await act(() => clock.advance(15_000));
    await waitFor(() => expect(api.queries.length).toBe(asked + 2));
    const { from, to, step } = api.queries.at(-1)!;
    expect(step).toBe(60);
    expect(Date.parse(to) - Date.parse(from)).toBeLessThan(4 * 60_000);
    // The whole quarter of an hour is still there.
    await userEvent.click(cpu.getByRole('button', { name: 'As a table' }));
    expect(within(cpu.getByRole('table')).getAllByText('0.25').length).toBe(16);
  });

  it('says who may give the right, and nothing at all to a stranger', async () => {
    show('', api => {
      api.failure = new NotAllowedError('ask group:default/payments-platform');
    });
    expect(
      await screen.findByText('ask group:default/payments-platform'),
    ).toBeVisible();
  });

  it('is as empty for what may not be viewed as for what is not there, and asks whoever keeps rights since when', async () => {
    show(
      '',
      api => {
        api.failure = new NotFoundError('no');
      },
      browserClock,
      { Note: ({ entityRef }) => <p>Why it ended in {entityRef}</p> },
    );
    expect(
      await screen.findByRole('region', {
        name: 'Nothing here that you may view',
      }),
    ).toHaveTextContent('Why it ended in domain:default/payments');
  });

  it('shows one pod alone, container by container', async () => {
    show('?pod=pricing-x2x2x', api => {
      api.queryMetrics = async (ref, query) => {
        const answer = await new InMemoryMetricsApi({
          ...world,
          series: {
            ...world.series,
            cpu: [
              ...world.series.cpu!,
              {
                ...dev,
                pod: 'pricing-x2x2x',
                container: 'proxy',
                measure: 'usage',
                value: 0.05,
              },
              { ...dev, pod: 'orders-1', measure: 'usage', value: 0.9 },
            ],
          },
        }).queryMetrics(ref, query);
        return {
          ...answer,
          series: answer.series.map(one => ({
            container: 'app',
            ...one,
          })),
        };
      };
    });
    const cpu = await panel('CPU');
    expect(
      await cpu.findByRole('button', { name: 'Hide proxy' }),
    ).toHaveTextContent('0.05');
    expect(cpu.getByRole('button', { name: 'Hide app' })).toHaveTextContent(
      '0.25',
    );
    expect(cpu.queryByText('0.9')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Show/ }));
    expect(
      await screen.findByRole('menuitemradio', { name: 'orders-1, dev-1' }),
    ).toBeVisible();
  });
});
