import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  logsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryLogsApi,
  InMemoryMetrics,
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  logsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { LogsTab } from './LogsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

// Nothing has a size without a layout, and a virtual list shows what fits.
beforeEach(() => {
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(2_000);
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
});
afterEach(() => jest.restoreAllMocks());

const NO_METRICS: InMemoryMetrics = {
  environments: [],
  workloads: [],
  sources: [],
  series: {},
};

function show(
  query = '',
  change: (api: InMemoryLogsApi) => void = () => {},
  metrics: InMemoryMetrics = NO_METRICS,
) {
  const api = InMemoryLogsApi.create(logsWorld(Date.now()));
  change(api);
  renderInTestApp(
    <EntityProvider entity={entity}>
      <LogsTab />
    </EntityProvider>,
    {
      apis: [
        [logsApiRef, api],
        [metricsApiRef, new InMemoryMetricsApi(metrics)],
        [workloadsApiRef, InMemoryWorkloadsApi.create()],
      ],
      initialRouteEntries: [`/${query}`],
    },
  );
  return api;
}
const list = () => screen.findByRole('log', { name: 'Log lines' });
const requestsOf = (api: InMemoryLogsApi, method: string) =>
  api.asked().flatMap(one => (one.method === method ? [one.request] : []));

describe('the Logs tab', () => {
  it('shows one log of all pods in all clusters, with levels counted', async () => {
    show();
    const rows = within(await list());
    expect(
      (await rows.findAllByRole('listitem', { name: /Error, pod kl·x7m9d/ }))
        .length,
    ).toBeGreaterThan(0);
    expect(
      await screen.findByRole('button', { name: /^Error ?12$/ }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText('60 shown of 64 scanned')).toBeVisible();
  });

  it('lets the backend filter, and keeps the last good lines for a wrong expression', async () => {
    const api = show();
    await list();
    const field = screen.getByRole('searchbox', { name: 'Search in logs' });
    await userEvent.type(field, '-healthz{Enter}');
    expect(
      await screen.findByRole('button', {
        name: 'Remove the condition healthz',
      }),
    ).toBeVisible();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      exclude: [{ text: 'healthz' }],
    });
    expect(await screen.findByText('48 shown of 64 scanned')).toBeVisible();
    await userEvent.type(field, '/time(out/{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /position \d+ The last good result stays/,
    );
    expect(within(await list()).getAllByRole('listitem')).not.toHaveLength(0);
  });

  it('pauses while a text is typed, and follows again when it is a condition', async () => {
    show();
    await list();
    const field = screen.getByRole('searchbox', { name: 'Search in logs' });
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    await userEvent.type(field, 'time');
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: 'Resume' })
      )[0],
    );
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'out');
    expect(
      await screen.findAllByRole('button', { name: 'Resume' }),
    ).not.toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('opens a line with its fields, and makes one a filter', async () => {
    const api = show('?level=error');
    const rows = within(await list());
    await userEvent.click(
      (
        await rows.findAllByText(/payment capture failed/)
      )[0],
    );
    expect(await screen.findByText('4 fields')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Filter for upstream' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Remove the condition pricing.payments.svc:8080',
      }),
    ).toBeVisible();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      include: [{ text: 'pricing.payments.svc:8080' }],
      levels: ['error'],
    });
  });

  it('shows the run that crashed before the one to come', async () => {
    const api = show('?service=pricing');
    expect(
      await screen.findByRole('heading', {
        name: 'pricing ran out of memory and was killed, 5 restarts so far',
      }),
    ).toBeVisible();
    const rows = within(await list());
    expect(
      await rows.findByText('java.lang.OutOfMemoryError: Java heap space'),
    ).toBeVisible();
    expect(await screen.findByText('Killed here')).toBeVisible();
    expect(
      screen.getByText(
        'by the system, at its memory limit: exit 137, after 4 min 12 s',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/Kubernetes waits longer.*now 5 min/),
    ).toBeVisible();
    const runs = within(screen.getByRole('region', { name: 'Runs' }));
    expect(
      runs.getByRole('button', { name: 'run 6, 4 min 12 s' }),
    ).toHaveAttribute('aria-current', 'true');
    expect(runs.getByRole('button', { name: 'run 5' })).toBeDisabled();
    const time = within(screen.getByRole('group', { name: 'Time range' }));
    expect(
      time.getByRole('button', {
        name: /^Run 6, \d\d:\d\d:\d\d to \d\d:\d\d:\d\d$/,
      }),
    ).toBeVisible();
    expect(
      time.getByRole('button', { name: 'The time before' }),
    ).toBeDisabled();
    expect(screen.getByText(/the outlined ones are gone/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: /First error, \d/ }),
    ).toBeVisible();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      previous: true,
    });
    // To the run after it, which is the current one.
    await userEvent.keyboard('{ArrowRight}');
    expect(
      await screen.findByRole('heading', { name: 'No line in this time' }),
    ).toBeVisible();
  });

  it('shows the memory of the runs under their bars, and when each ended', async () => {
    const now = Date.now();
    const place = { cluster: 'prod-sh', namespace: 'payments-prod' };
    const pod = 'pricing-6d9f7c-2kq8v';
    const MIB = 2 ** 20;
    show('?service=pricing', undefined, {
      ...NO_METRICS,
      series: {
        memory: [
          {
            ...place,
            pod,
            container: 'pricing',
            measure: 'usage',
            value: at => (at > now - 148_000 ? null : 480 * MIB),
          },
          {
            ...place,
            pod,
            container: 'pricing',
            measure: 'limit',
            value: 512 * MIB,
          },
          { ...place, pod: 'another', measure: 'usage', value: 900 * MIB },
        ],
      },
      marks: [
        {
          type: 'out-of-memory',
          id: 'oom',
          at: new Date(now - 500_000).toISOString(),
          environment: 'prod-sh/payments-prod',
          ...place,
          workload: 'prod-sh/payments-prod/Deployment/pricing',
          object: { kind: 'Deployment', name: 'pricing' },
          text: 'pricing ran out of memory',
          pod,
          container: 'pricing',
          count: 1,
          within: 0,
        },
      ],
    });
    expect(
      await screen.findByRole('img', {
        name: 'Memory over time, 480 MiB at most of 512 MiB allowed',
      }),
    ).toBeVisible();
    const runs = within(screen.getByRole('region', { name: 'Runs' }));
    expect(runs.getByText('and its memory')).toBeVisible();
    expect(
      runs.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual(['run 5', 'run 6, 4 min 12 s']);
  });

  it('looks the same for who may not and for what does not exist', async () => {
    show('', api =>
      api.fail('getLogSources', new NotFoundError('no such entity')),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing to show for you here',
      }),
    ).toBeVisible();
  });
});
