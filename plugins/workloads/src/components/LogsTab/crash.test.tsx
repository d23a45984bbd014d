import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { logsWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  lines,
  NO_METRICS,
  requestsOf,
  showLogs,
  whenLaidOut,
} from './__testUtils__/showLogs';

whenLaidOut();

describe('the log of a container that crashed', () => {
  it('shows the run that crashed before the one to come', async () => {
    const api = showLogs('?service=pricing');
    expect(
      await screen.findByRole('heading', {
        name: 'pricing ran out of memory and was killed, 5 restarts so far',
      }),
    ).toBeVisible();
    const rows = within(await lines());
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
    const strip = within(
      screen.getByRole('region', {
        name: 'pricing ran out of memory and was killed',
      }),
    );
    const memory = new URL(
      strip
        .getByRole('link', { name: 'Memory at that minute' })
        .getAttribute('href') ?? '',
      'http://portal',
    );
    expect(memory.pathname).toBe('/metrics');
    expect(Object.fromEntries(memory.searchParams)).toMatchObject({
      service: 'pricing',
      env: 'prod-sh/payments-prod',
    });
    expect(strip.getByRole('link', { name: 'Events' })).toHaveAttribute(
      'href',
      '/workloads?open=prod-sh%2Fpayments-prod%2FDeployment%2Fpricing',
    );
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
    showLogs('?service=pricing', undefined, {
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

  it('leaves a log that is read as it is when its container starts again, and offers the next', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const world = logsWorld(Date.now());
      const api = showLogs('?service=pricing');
      await screen.findByRole('heading', { name: /ran out of memory/ });
      const change = (restarts: number, at: string) =>
        api.setSources({
          ...world.sources,
          pods: world.sources.pods.map(pod =>
            pod.ready
              ? pod
              : {
                  ...pod,
                  ready: true,
                  containers: pod.containers.map(one => ({
                    ...one,
                    state: 'running' as const,
                    restarts,
                    lastEnd: { ...one.lastEnd, at },
                  })),
                },
          ),
        });
      change(6, new Date().toISOString());
      await act(() => jest.advanceTimersByTimeAsync(16_000));
      const offer = await screen.findByRole('button', {
        name: /^It ended again at .*: show that run$/,
      });
      expect(
        screen.getByRole('heading', { name: /5 restarts so far/ }),
      ).toBeVisible();
      fireEvent.click(offer);
      // It is ready now: what is opened anew is the log that is written.
      expect(
        await screen.findByRole('region', { name: 'A run that ended' }),
      ).toBeVisible();
    } finally {
      jest.useRealTimers();
    }
  });

  it('offers the run before where a container has restarted and runs', async () => {
    showLogs();
    const offer = within(
      await screen.findByRole('region', { name: 'A run that ended' }),
    );
    expect(
      offer.getByText('pricing ran out of memory and was killed'),
    ).toBeVisible();
    await userEvent.click(
      offer.getByRole('button', { name: 'Read the run before' }),
    );
    expect(
      await screen.findByRole('heading', { name: /5 restarts so far/ }),
    ).toBeVisible();
  });

  it('offers no run again that was left out, whatever was looked at since', async () => {
    showLogs();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave this out' }),
    );
    const offer = { name: 'A run that ended' };
    expect(screen.queryByRole('region', offer)).not.toBeInTheDocument();
    const sources = within(
      screen.getByRole('complementary', { name: 'Sources' }),
    );
    await userEvent.click(
      sources.getByRole('button', { name: 'Service All services' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'pricing' }),
    );
    await screen.findByRole('heading', { name: /5 restarts so far/ });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the current run' }),
    );
    await screen.findByRole('heading', { name: 'No line in this time' });
    expect(screen.queryByRole('region', offer)).not.toBeInTheDocument();
  });

  it('reads the run before also where a link names a line of another run', async () => {
    showLogs('?line=prod-sh/payments-prod/gone~1~a');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Read the run before' }),
    );
    await screen.findByRole('heading', { name: /5 restarts so far/ });
    expect(
      await within(await lines()).findByText(
        'java.lang.OutOfMemoryError: Java heap space',
      ),
    ).toBeVisible();
  });
});
