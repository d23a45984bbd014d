import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import {
  pricing,
  pricingAtPartner,
  pricingWorld,
} from './__testUtils__/pricingWorld';
import { panel, section, showPanel } from './__testUtils__/showPanel';

describe('the doors and the other states of WorkloadPanel', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('says so when what is open is deleted, and keeps the way to the other environments', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    const { clock } = showPanel({ api, start: pricing });
    await section('Pods');
    api.push({ type: 'delete', id: pricing.id });
    await act(() => clock.advance(100));

    expect(
      await screen.findByRole('heading', {
        name: 'pricing is no longer in production',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /development/ }));
    expect(await panel('pricing in development')).toBeVisible();
  });

  it('says so when a link leads to what is not there', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: { ...pricing, cluster: 'test-1', namespace: 'payments-test' },
    });
    expect(
      await screen.findByRole('heading', {
        name: 'pricing is not in testing',
      }),
    ).toBeVisible();
  });

  it('shows a silent cluster as the last known state with the time of the next try', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricingAtPartner,
    });
    const aside = within(await panel('pricing in partner'));
    expect(aside.getByText('Last known state, as of 14:02')).toBeVisible();
    expect(
      aside.getByText('partner-kl does not answer. Next try 14:10.'),
    ).toBeVisible();
  });

  it('says through whom events can be read when the reader may not, and shows the rest', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getEvents',
      new NotAllowedError(
        'You may not read events in production. The role viewer has it; ask payments-platform',
      ),
    );
    showPanel({ api, start: pricing });
    const events = await section('Events');
    expect(
      await events.findByText('You may not read the events here'),
    ).toBeVisible();
    expect(events.getByText(/ask payments-platform/)).toBeVisible();
    expect(events.queryByRole('button')).not.toBeInTheDocument();
    expect(await section('Releases')).toBeDefined();
  });

  it('offers to try again when details cannot be read', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getWorkload',
      new ServiceUnavailableError('prod-sh took too long'),
    );
    showPanel({ api, start: pricing });
    expect(
      await screen.findByText('Releases and checks cannot be read now'),
    ).toBeVisible();
    api.mend('getWorkload');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section('Releases')).toBeDefined();
  });

  it('shows the live object as YAML, and Escape closes that alone', async () => {
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    await section('Releases');
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'YAML of pricing',
    });
    expect(
      await within(dialog).findByText(/kind: Deployment/),
    ).toHaveTextContent('spec: replicas: 3');
    expect(
      within(dialog).getByText(/Read from prod-sh at 14:09/),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await panel('pricing in production')).toBeVisible();
  });

  it('says why the object cannot be read', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    api.fail(
      'getObject',
      new ServiceUnavailableError('prod-sh does not answer'),
    );
    showPanel({ api, start: pricing });
    await section('Releases');
    await userEvent.click(screen.getByRole('button', { name: 'YAML' }));
    expect(
      await screen.findByText('The object cannot be read now'),
    ).toBeVisible();
    expect(screen.getByText('prod-sh does not answer')).toBeVisible();
  });

  it('copies problem, version, last event and link as plain text', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    showPanel({
      api: InMemoryWorkloadsApi.create(pricingWorld()),
      start: pricing,
    });
    await section('Releases');
    await section('Events');
    await user.click(screen.getByRole('button', { name: 'Copy for chat' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(write).toHaveBeenCalledWith(
      [
        'pricing in production (prod-sh / payments-prod)',
        '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
        'Since 13:48, 4 min after release 5.2.1, before it ran 5.2.0. 6 restarts. The other 2 pods answer.',
        'Version 5.2.1, released 13:44',
        'Last event 14:08, x2kqp: Waiting before the next start of app',
        'http://localhost/',
      ].join('\n'),
    );
  });

  it('says what changed while it is open, and moves nothing for it', async () => {
    const api = InMemoryWorkloadsApi.create(pricingWorld());
    const { clock } = showPanel({ api, start: pricing });
    const aside = within(await panel('pricing in production'));
    expect(await aside.findByText(/^Nothing changed since /)).toBeVisible();
    const before = pricingWorld().workloads!.find(
      ({ cluster, name }) => cluster === 'prod-sh' && name === 'pricing',
    )!;
    api.push({
      type: 'upsert',
      item: {
        ...before,
        version: '5.2.2',
        restarts: before.restarts + 1,
        replicas: { ...before.replicas, ready: 0 },
      },
    });
    await act(() => clock.advance(100));
    expect(
      await aside.findByText(
        /^Changed: version 5\.2\.1 → 5\.2\.2, ready 2 → 0, 1 restart$/,
        { selector: '[role="status"]' },
      ),
    ).toBeInTheDocument();
    expect(aside.queryByText(/^Nothing changed/)).not.toBeInTheDocument();
  });
});
