import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InMemoryEnvironmentsApi, responseError } from '../../../testUtils';
import { openTab, urlOf } from '../../__testUtils__/showTab';

const SPECIFICATION = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [
    { name: 'gateway' },
    { name: 'orders' },
    { name: 'pricing', version: '5.4.0-night.3' },
    { name: 'notifier' },
  ],
};
const ID = 'e-night-fares';

/** An environment being made, so many steps on. */
async function openMaking(
  steps: number,
  options: Parameters<typeof openTab>[0] = {},
  further: (api: InMemoryEnvironmentsApi) => void = () => {},
) {
  // The fake makes it before anybody looks.
  let made: Promise<unknown> = Promise.resolve();
  const shown = await openTab({
    url: '/',
    as: 'dev-nine',
    ...options,
    prepare: api => {
      const { role } = api.world;
      api.world.role = 'developer';
      made = api.createEnvironment(SPECIFICATION).then(() => {
        api.work(ID, steps);
        further(api);
        api.world.role = role;
      });
    },
  });
  await act(() => made);
  return shown;
}

async function goTo(shown: Awaited<ReturnType<typeof openTab>>) {
  await shown.pass(100);
  await userEvent.click(
    await screen.findByRole('link', { name: 'night-fares' }),
  );
  for (let i = 0; i < 20 && screen.queryByRole('progressbar'); i++) {
    await shown.pass(100);
  }
}

const steps = () => screen.findByRole('list', { name: 'Steps' });
const lines = async () =>
  within(await steps())
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('ProgressView', () => {
  beforeEach(() => window.localStorage.clear());

  it('says what it waits for and why, step by step, live', async () => {
    const shown = await openMaking(5);
    await goTo(shown);
    expect(urlOf()).toBe('/night-fares');
    expect(
      await screen.findByRole('heading', {
        name: 'Waiting for gateway: started, not answering yet',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^Step 6 of 8, about/)).toBeVisible();
    expect(await lines()).toEqual([
      expect.stringMatching(/^Planned/),
      expect.stringMatching(/^Place reserved in dev-1, size M/),
      expect.stringMatching(/^Fenced off from other environments/),
      expect.stringMatching(/^Settings copied 6 settings, 2 secrets/),
      expect.stringMatching(/^Shared services connected risk, refunds/),
      expect.stringMatching(/^Services starting/),
      expect.stringMatching(/^Address opens/),
      expect.stringMatching(/^Listed in the catalog/),
    ]);
    const starting = screen.getByRole('table', { name: 'Services that start' });
    expect(
      within(starting).getByRole('row', { name: /^notifier/ }),
    ).toHaveTextContent('Paused on purpose Start it too');

    const step = (await shown.api.getSteps(ID)).items[5];
    act(() =>
      shown.api.putStep(ID, {
        ...step,
        services: step.services?.map(one =>
          one.name === 'pricing'
            ? {
                ...one,
                reason: {
                  code: 'pulling',
                  message: 'pulling',
                  done: 64_000_000,
                  of: 210_000_000,
                },
              }
            : { ...one, health: 'healthy', reason: undefined, seconds: 9 },
        ),
      }),
    );
    await shown.pass(100);
    expect(
      await screen.findByRole('heading', {
        name: 'Waiting for pricing: pulling its image, 64 MB of 210 MB',
      }),
    ).toBeVisible();
    expect(
      within(starting).getByRole('row', { name: /^gateway/ }),
    ).toHaveTextContent('Runningafter 9 s');
  });

  it('turns into the page of what is ready, in place', async () => {
    const shown = await openMaking(5);
    await goTo(shown);
    await steps();
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    expect(await screen.findByRole('link', { name: /^Open/ })).toHaveAttribute(
      'href',
      'https://gateway-night-fares.dev.example',
    );
    expect(screen.queryByRole('list', { name: 'Steps' })).toBeNull();
    expect(urlOf()).toBe('/night-fares');
    await shown.pass(10_000);
    expect(
      screen.getByText('Ready, open gateway-night-fares.dev.example'),
    ).toBeInTheDocument();
  });

  it('says why it stopped, offers what mends it, and goes on there', async () => {
    const shown = await openMaking(5, {}, api =>
      api.stop(ID, {
        step: 'start',
        service: 'pricing',
        reason: {
          code: 'image-missing',
          message: 'manifest for pricing:5.4.0-night.3 not found',
        },
        message: 'manifest for pricing:5.4.0-night.3 not found',
        resumable: true,
      }),
    );
    await goTo(shown);
    expect(
      await screen.findByRole('heading', {
        name: 'Stopped: pricing, no such version',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^Nothing is lost/)).toBeVisible();
    const row = within(
      screen.getByRole('table', { name: 'Services that start' }),
    ).getByRole('row', { name: /^pricing/ });
    expect(row).toHaveTextContent(
      'The registry has no pricing 5.4.0-night.3. It may still be building.',
    );
    expect(
      screen.getByText(/manifest for pricing:5.4.0-night.3 not found/),
    ).toBeVisible();
    expect(
      within(row).getByRole('button', { name: 'Pick another version' }),
    ).toBeVisible();
    expect(within(row).getByRole('link', { name: 'Log' })).toHaveAttribute(
      'href',
      '/logs?service=pricing&env=dev-1%2Fpayments-night-fares',
    );
    await userEvent.click(
      within(row).getByRole('button', { name: 'Same as baseline, 5.3.0' }),
    );
    await waitFor(() =>
      expect(shown.api.calls('updateEnvironment')[0]?.args[1]).toEqual({
        generation: 1,
        services: [
          { name: 'gateway' },
          { name: 'orders' },
          { name: 'pricing' },
          { name: 'notifier' },
        ],
      }),
    );
  });

  it('tries again where it stopped, once', async () => {
    const shown = await openMaking(5, {}, api =>
      api.stop(ID, {
        step: 'start',
        message: 'dev-1 is full',
        resumable: true,
      }),
    );
    await goTo(shown);
    expect(
      await screen.findByRole('heading', {
        name: 'Stopped at starting services',
      }),
    ).toBeVisible();
    await userEvent.dblClick(screen.getByRole('button', { name: 'Try again' }));
    await shown.pass(100);
    expect(shown.api.calls('retry')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toHaveAccessibleDescription(/this one is still going/);
  });

  it('cancels after asking once, shows the steps going back, and ends at the list', async () => {
    const shown = await openMaking(5);
    await goTo(shown);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel and remove' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(shown.api.calls('cancel')).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel and remove' }),
    );
    await shown.pass(100);
    expect(
      await screen.findByRole('heading', { name: 'Being deleted' }),
    ).toBeVisible();
    expect((await lines())[0]).toMatch(/^Address closed/);
    act(() => shown.api.work(ID, 2));
    const step = (await shown.api.getSteps(ID)).items[2];
    act(() =>
      shown.api.putStep(ID, {
        ...step,
        reason: {
          code: 'waiting',
          message: 'Some content has finalizers remaining: example.com/hold',
        },
      }),
    );
    await shown.pass(100);
    expect(
      await screen.findByText(
        'Some content has finalizers remaining: example.com/hold',
      ),
    ).toBeVisible();
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    await waitFor(() => expect(urlOf()).toBe('/'));
  });

  it('asks for secrets, gives them, and keeps nothing of them', async () => {
    const shown = await openMaking(1, {
      world: {
        secrets: [
          { name: 'fares-key', keys: ['token', 'salt'], services: ['pricing'] },
        ],
      },
    });
    await goTo(shown);
    expect(
      await screen.findByRole('heading', { name: 'Waiting for secrets' }),
    ).toBeVisible();
    const form = await screen.findByRole('form', { name: 'fares-key' });
    const give = () => within(form).getByRole('button', { name: 'Give it' });
    expect(give()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.type(
      within(form).getByLabelText('token of fares-key'),
      'canary-1',
    );
    await userEvent.type(
      within(form).getByLabelText('salt of fares-key'),
      'canary-2',
    );
    shown.api.fail('putSecret', responseError(503, 'Error', 'busy'));
    await userEvent.click(give());
    expect(await within(form).findByRole('alert')).toHaveTextContent('busy');
    // What was typed is still there for the next attempt.
    expect(within(form).getByLabelText('token of fares-key')).toHaveValue(
      'canary-1',
    );
    shown.api.mend('putSecret');
    await userEvent.click(give());
    await shown.pass(100);
    await waitFor(() =>
      expect(screen.queryByRole('form', { name: 'fares-key' })).toBeNull(),
    );
    expect(shown.api.calls('putSecret')[0].args[2]).toEqual(['token', 'salt']);
    expect(document.body.innerHTML).not.toContain('canary');
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('canary');
    expect(urlOf()).not.toContain('canary');
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    await shown.pass(100);
    expect(await screen.findByRole('link', { name: /^Open/ })).toBeVisible();
  });

  it('lets others look, and refuses them to act, with the reason', async () => {
    const shown = await openMaking(5, { role: 'viewer' });
    await goTo(shown);
    const cancel = await screen.findByRole('button', {
      name: 'Cancel and remove',
    });
    expect(cancel).toHaveAttribute('aria-disabled', 'true');
    expect(cancel).toHaveAccessibleDescription(
      /Changing it is for who made it/,
    );
    expect(screen.queryByRole('button', { name: 'Start it too' })).toBeNull();
  });

  it('knows nothing of an environment that is not there, or not for the reader', async () => {
    const shown = await openTab({ url: '/no-such' });
    await shown.pass(100);
    expect(
      await screen.findByText('There is no environment no-such'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'All environments' }),
    );
    expect(urlOf()).toBe('/');
  });

  it('speaks Chinese', async () => {
    const shown = await openMaking(5, { language: 'zh' });
    await goTo(shown);
    expect(
      await screen.findByRole('heading', {
        name: '等待 gateway：已启动，尚未响应',
      }),
    ).toBeVisible();
    expect(screen.getByText('位置已预留')).toBeVisible();
  });
});
