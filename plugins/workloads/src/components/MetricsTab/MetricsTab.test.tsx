import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  InMemoryMetricsApi,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { dev, panel, showMetrics, world } from './__testUtils__/showMetrics';

describe('the Metrics tab', () => {
  it('draws the panels that have data with their last values, and names the others', async () => {
    showMetrics();
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
    showMetrics();
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
    const api = showMetrics(
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

  it('hides a line in all panels by a click, and all others of its panel with Alt', async () => {
    const user = userEvent.setup();
    showMetrics();
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
    showMetrics();
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

  it('asks for the last steps alone while the time goes on', async () => {
    const clock = ManualClock.at(new Date().toISOString());
    const api = showMetrics('?range=PT15M&follow=1', () => {}, clock);
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

  it('shows one pod alone, container by container', async () => {
    showMetrics('?pod=pricing-x2x2x', api => {
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
