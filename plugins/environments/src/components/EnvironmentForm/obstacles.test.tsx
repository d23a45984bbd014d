import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../testUtils';
import { urlOf } from '../__testUtils__/showTab';
import {
  box,
  create,
  openForm,
  plan,
  sent,
  settle,
} from './__testUtils__/openForm';

describe('what is in the way of a new environment', () => {
  beforeEach(() => window.localStorage.clear());

  it('refuses with everything that is in the way, each with its cure', async () => {
    const shown = await openForm('/new?s=pricing&name=fare-rules', {
      as: 'dev-one',
      world: {
        limits: { person: 2, domain: 20 },
        missingVersions: { pricing: ['9.9.9'] },
      },
    });
    const button = await create();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(
      /There is an environment fare-rules already.*You have 2 of 2 environments/,
    );
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeInvalid();
    await userEvent.click(button);
    expect(shown.api.calls('createEnvironment')).toEqual([]);
    // Pressed anyway, it leads to the first thing that can be done.
    expect(
      screen.getAllByRole('button', { name: 'Use fare-rules-2' }).at(-1),
    ).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'End one' }));
    expect(
      await screen.findByRole('dialog', {
        name: 'Who holds the rest of payments',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Use fare-rules-2' })[0],
    );
    await settle(shown);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'fare-rules-2',
    );
  });

  it('says of a name what is wrong with it while it is typed', async () => {
    await openForm('/new?s=pricing');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    expect(name).toHaveAccessibleDescription('It needs a name.');
    await userEvent.type(name, '夜间');
    expect(name).toHaveAccessibleDescription(/Small letters a to z/);
    await userEvent.clear(name);
    await userEvent.type(name, 'production');
    expect(name).toHaveAccessibleDescription(
      'This name is kept for baselines.',
    );
  });

  it('shows at most four notes with their ways out, and takes them', async () => {
    const shown = await openForm('/new?s=pricing&s=notifier', {
      world: {
        secrets: [
          { name: 'fares-key', keys: ['token'], services: ['pricing'] },
          { name: 'rates-key', keys: ['token'], services: ['pricing'] },
        ],
      },
    });
    const column = await plan();
    expect(column).toHaveTextContent('Writes reach the baseline’s data');
    expect(column).toHaveTextContent('Consumers start paused');
    expect(column).not.toHaveTextContent('The baseline is being rolled out');
    await userEvent.click(
      within(column).getByRole('button', { name: '1 more' }),
    );
    expect(column).toHaveTextContent('The baseline is being rolled out');
    await userEvent.click(
      within(column).getByRole('button', { name: 'Use an empty copy' }),
    );
    await userEvent.click(
      within(column).getByRole('button', { name: 'Start it too' }),
    );
    await settle(shown);
    expect(column).not.toHaveTextContent('Writes reach the baseline’s data');
    expect(column).toHaveTextContent('empty copy');
    expect(urlOf()).toBe(
      '/new?s=pricing&s=notifier&start=notifier:1&empty=fares-db',
    );
  });

  it('asks for the setting that keeps a service apart, and leads there', async () => {
    const shown = await openForm('/new?s=risk', {
      world: {
        registries: {
          risk: {
            registry: 'Nacos',
            settings: ['SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE'],
          },
        },
      },
    });
    expect(await create()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Set it' }));
    const value = await screen.findByRole('textbox', {
      name: 'Value SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE',
    });
    await waitFor(() => expect(value).toHaveFocus());
    await userEvent.type(value, 'mine');
    await settle(shown);
    expect(await create()).not.toHaveAttribute('aria-disabled');
    await userEvent.click(await create());
    await waitFor(() =>
      expect(sent(shown)?.services).toEqual([
        {
          name: 'risk',
          env: { SPRING_CLOUD_NACOS_DISCOVERY_NAMESPACE: 'mine' },
        },
      ]),
    );
  });

  it('keeps the former plan, dimmed, until the new one is there, and drops late answers', async () => {
    const shown = await openForm('/new?s=pricing');
    const column = await plan();
    expect(column).toHaveTextContent('checked just now');
    const real = shown.api.plan.bind(shown.api);
    let answer = () => {};
    const asked: string[] = [];
    Object.assign(shown.api, {
      plan: async (request: Parameters<typeof real>[0]) => {
        asked.push(request.specification.services.map(one => one.name).join());
        if (asked.length === 1) {
          await new Promise<void>(resolve => {
            answer = resolve;
          });
        }
        return real(request);
      },
    });
    await userEvent.click(await box('risk, shared'));
    await shown.pass(900);
    expect(column).toHaveTextContent('checking…');
    expect(column).toHaveTextContent('Runs for you 1');
    expect(await create()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(await box('refunds, shared'));
    await settle(shown);
    expect(column).toHaveTextContent('Runs for you 3');
    answer();
    await settle(shown);
    expect(column).toHaveTextContent('Runs for you 3');
    expect(asked).toEqual(['pricing,risk', 'pricing,risk,refunds']);
  });

  it('cannot be sent unchecked, and checks again', async () => {
    const shown = await openForm('/new?s=pricing&s=gateway&s=orders');
    shown.api.fail('plan', new Error('offline'));
    await userEvent.click(await box('risk, shared'));
    await settle(shown);
    expect(await plan()).toHaveTextContent('not checked');
    expect(await create()).toHaveAttribute('aria-disabled', 'true');
    shown.api.mend('plan');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Check again' })[0],
    );
    await settle(shown);
    expect(await create()).not.toHaveAttribute('aria-disabled');
  });

  it.each([
    [429, 'Too many requests at once'],
    [403, 'You may not do this'],
    [503, 'The portal does not answer'],
  ])('keeps everything typed when the answer is %s', async (status, title) => {
    const shown = await openForm('/new?s=risk&name=mine');
    shown.api.fail(
      'createEnvironment',
      responseError(status, 'Error', `The backend said ${status}`),
    );
    await userEvent.click(await create());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(`The backend said ${status}`);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('mine');
    expect(await box('risk, runs for you')).toBeChecked();
    const keys = () =>
      shown.api
        .calls('createEnvironment')
        .map(call => JSON.stringify(call.args[1]));
    shown.api.mend('createEnvironment');
    await userEvent.click(await create());
    await waitFor(() => expect(urlOf()).toBe('/mine'));
    // Without an answer it is the same request again; after one it is another.
    expect(new Set(keys()).size).toBe(status === 503 ? 1 : 2);
  });

  it('shows what the backend found wrong at its field', async () => {
    const shown = await openForm('/new?s=risk&name=mine');
    shown.api.fail(
      'createEnvironment',
      responseError(400, 'InputError', 'The specification is wrong', {
        problems: [
          { path: 'name', code: 'name-reserved', message: 'reserved' },
          { path: 'services[0].version', code: 'x', message: 'No such thing' },
        ],
      }),
    );
    await userEvent.click(await create());
    expect(
      await screen.findByText('services[0].version: No such thing'),
    ).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: 'Name' }),
    ).toHaveAccessibleDescription('This name is kept for baselines.');
  });
});
