import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InMemoryMetricsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { dev, panel, showMetrics, world } from './__testUtils__/showMetrics';

describe('a panel that has little to draw', () => {
  it('keeps the place of a panel that gets no answer, and asks again', async () => {
    const api = showMetrics();
    const cpu = await panel('CPU');
    await cpu.findByText('cores a pod');
    api.failure = new Error('too slow');
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    // What was known stays on the screen, with the time of which it is.
    expect(await cpu.findByText(/^as of .*: too slow$/)).toBeVisible();
    expect(cpu.getByText('cores a pod')).toBeVisible();
  });

  it('says of a panel that nothing happened, in place of an even zero', async () => {
    showMetrics('', api => {
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
    showMetrics('?service=pricing', api => {
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
    const api = showMetrics('?range=P7D', made => {
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
});
