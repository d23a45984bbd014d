import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { responseError } from '../../../testUtils';
import { action, ID, openPage } from '../../__testUtils__/openPage';
import { urlOf } from '../../__testUtils__/showTab';

describe('DetailView', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows where to open it, what is one’s own and what is shared', async () => {
    await openPage();
    expect(await screen.findByRole('link', { name: /^Open/ })).toHaveAttribute(
      'href',
      'https://gateway-fare-rules.dev.example',
    );
    const table = await screen.findByRole('table', { name: 'Services' });
    const row = (name: string) =>
      within(table).getByRole('row', { name: new RegExp(`^${name} `) });
    await waitFor(() =>
      expect(row('orders')).toHaveTextContent('baseline moved7.7.07.8.0'),
    );
    expect(row('pricing')).toHaveTextContent('both changed5.2.15.3.0');
    expect(row('gateway')).toHaveTextContent('same');
    expect(row('notifier')).toHaveTextContent('Paused on purpose');
    expect(row('ledger')).toHaveTextContent('Rolling out');
    expect(screen.getByText('4 yours, 4 shared')).toBeVisible();
  });

  it('compares again when the backend has counted otherwise', async () => {
    const shown = await openPage();
    await screen.findByRole('table', { name: 'Services' });
    const before = shown.api.calls('getDrift').length;
    const { services } = await shown.api.getEnvironment(ID);
    act(() =>
      shown.api.put(ID, {
        services: services.map(service =>
          service.name === 'gateway'
            ? { ...service, drift: 'baseline-moved' }
            : service,
        ),
      }),
    );
    await shown.pass(100);
    await waitFor(() =>
      expect(shown.api.calls('getDrift')).toHaveLength(before + 1),
    );
  });

  it('leads to workloads, logs and metrics of this environment and its services', async () => {
    await openPage();
    const env = 'env=dev-1%2Fpayments-fare-rules';
    const href = async (name: string) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await href('Workloads')).toBe(`/workloads?${env}`);
    expect(await href('Logs')).toBe(`/logs?${env}`);
    expect(await href('Metrics')).toBe(`/metrics?${env}`);
    expect(await href('Logs of pricing')).toBe(`/logs?service=pricing&${env}`);
    expect(await href('Metrics of pricing')).toBe(
      `/metrics?service=pricing&${env}`,
    );
    expect(await href('risk in the baseline')).toBe(
      '/workloads?q=risk&env=dev-1%2Fpayments-dev',
    );
    expect(screen.queryByRole('link', { name: 'Logs of risk' })).toBeNull();
  });

  it('extends with an undo, and not beyond the latest end', async () => {
    const shown = await openPage();
    await userEvent.click(await action('Extend by 1 d'));
    await shown.pass(100);
    expect(await screen.findByText('Ends tomorrow 17:10.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await shown.pass(100);
    expect(shown.api.calls('extend')).toHaveLength(2);
    act(() =>
      shown.api.put(ID, { latestExpiresAt: '2026-11-24T17:10:00.000Z' }),
    );
    await shown.pass(100);
    expect(await action('Extend')).toHaveAccessibleDescription(
      'today 17:10 is the latest.',
    );
  });

  it('sleeps and wakes, each step on the page', async () => {
    const shown = await openPage();
    await userEvent.click(await action('Sleep'));
    await shown.pass(100);
    expect(await screen.findByText('Going to sleep')).toBeVisible();
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    expect(await screen.findByText(/^Asleep since/)).toBeVisible();
    expect(screen.getByText('It opens once awake.')).toBeVisible();
    await userEvent.click(await action('Wake'));
    await shown.pass(100);
    expect(await screen.findByText('Waking')).toBeVisible();
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    expect(await screen.findByRole('link', { name: /^Open/ })).toBeVisible();
  });

  it('tells what happened, who did it, and what happens now', async () => {
    const shown = await openPage();
    const list = await screen.findByRole('list', { name: 'History' });
    const told = within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(told[0]).toMatch(/^Last used by tester-two/);
    expect(told[1]).toMatch(/^The baseline moved orders to 7\.8\.0/);
    expect(told[2]).toMatch(/^dev-one changed pricing to 5\.3\.0-fare\.7/);
    act(() =>
      shown.api.note(ID, {
        kind: 'crashed',
        service: 'pricing',
        message: 'pricing is failed',
      }),
    );
    await shown.pass(100);
    expect(await within(list).findByText(/stopped answering/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'All 7' }));
    expect(
      await screen.findByRole('dialog', { name: 'History of fare-rules' }),
    ).toBeVisible();
    expect(urlOf()).toBe('/fare-rules?panel=history');
  });

  it('says when it sleeps by itself, and why not where nothing tells', async () => {
    const shown = await openPage();
    const about = await screen.findByRole('region', { name: 'About' });
    expect(about).not.toHaveTextContent('unused');
    const { specification } = await shown.api.getEnvironment(ID);
    const put = async (traffic: EnvironmentRecord['traffic']) => {
      act(() =>
        shown.api.put(ID, {
          specification: { ...specification, sleepWhenUnused: 'PT3H' },
          traffic,
        }),
      );
      await shown.pass(100);
    };
    await put({ told: true });
    expect(about).toHaveTextContent('Sleepswhen unused for 3 h');
    expect(about).not.toHaveTextContent('Not at present');
    await put({
      told: false,
      code: 'no-requests',
      source: 'prom-dev',
      service: 'gateway',
    });
    expect(about).toHaveTextContent(
      'Not at present: prom-dev counts no requests to gateway.',
    );
  });

  it('gives its specification as a file', async () => {
    await openPage('/fare-rules?panel=file');
    const dialog = await screen.findByRole('dialog', { name: 'As a file' });
    expect(dialog).toHaveTextContent('name: fare-rules');
    expect(dialog).toHaveTextContent('version: 5.3.0-fare.7');
  });

  it('refuses an outsider every change, visibly and with the reason', async () => {
    await openPage('/fare-rules', { as: 'dev-nine' });
    for (const name of [/^Extend/, 'Sleep', /^Re-sync/, 'Change', 'Delete']) {
      const button = await action(name);
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription(
        /Changing it is for who made it/,
      );
    }
    await userEvent.click(await action('More'));
    expect(
      await screen.findByRole('menuitem', { name: /^Keep beyond its end/ }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('lets an owner keep it beyond its end, with a reason', async () => {
    const shown = await openPage('/fare-rules', {
      as: 'owner-one',
      role: 'owner',
    });
    await userEvent.click(await action('More'));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^Keep beyond its end/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Why' }),
      'audit',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Keep it' }),
    );
    await shown.pass(100);
    expect(shown.api.calls('pin')[0].args[1]).toEqual({
      pinned: true,
      why: 'audit',
    });
    expect(await action(/^Extend/)).toHaveAccessibleDescription(
      'It is kept beyond its end.',
    );
  });

  it('says in its place why something was not done', async () => {
    const shown = await openPage();
    shown.api.fail(
      'sleep',
      responseError(409, 'ConflictError', 'Tester Two is changing it'),
    );
    await userEvent.click(await action('Sleep'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Somebody changed it in the meantime');
    expect(alert).toHaveTextContent('Tester Two is changing it');
  });

  it('keeps the page when drift or history cannot be read', async () => {
    await openPage('/fare-rules', {
      prepare: api => {
        api.fail('getDrift', new Error('no drift'));
        api.fail('getHistory', new Error('no history'));
      },
    });
    expect(await screen.findByText('no drift')).toBeVisible();
    expect(await screen.findByText('no history')).toBeVisible();
    expect(
      await screen.findByRole('table', { name: 'Services' }),
    ).toBeVisible();
  });

  it('shows the last known of a silent cluster and refuses to act there', async () => {
    const shown = await openPage();
    act(() =>
      shown.api.put(ID, {
        clusterSilent: true,
        asOf: '2026-11-24T14:02:00Z',
      }),
    );
    await shown.pass(100);
    expect(await screen.findByText(/is silent since 14:02/)).toBeVisible();
    expect(await action('Sleep')).toHaveAccessibleDescription(
      /dev-1 does not answer/,
    );
  });

  it('shows why an update stopped, and goes on', async () => {
    const shown = await openPage();
    act(() => {
      void shown.api.sleep(ID);
      shown.api.stop(ID, {
        step: 'stop',
        message: 'the webhook refused',
        resumable: true,
      });
    });
    await shown.pass(100);
    expect(
      await screen.findByRole('heading', {
        name: 'Stopped at stopping services',
      }),
    ).toBeVisible();
    expect(screen.getByText('the webhook refused')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await shown.pass(100);
    expect(shown.api.calls('retry')).toHaveLength(1);
  });
});
