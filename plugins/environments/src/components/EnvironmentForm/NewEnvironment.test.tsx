import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld, responseError } from '../../testUtils';
import { openTab, urlOf } from '../__testUtils__/showTab';

type Shown = Awaited<ReturnType<typeof openTab>>;

const box = (name: string | RegExp) => screen.findByRole('checkbox', { name });
const plan = () => screen.findByRole('region', { name: 'What you get' });
const create = () =>
  screen.findByRole('button', { name: /^(Create environment|Creating…)$/ });

/** Opens the form and waits for the first plan. */
async function openForm(
  url: string,
  options: {
    world?: Partial<EnvironmentsWorld>;
    as?: string;
    role?: EnvironmentsWorld['role'];
    language?: 'zh';
  } = {},
) {
  const shown = await openTab({ url, as: 'dev-nine', ...options });
  // The second plan knows who the reader is, for the name that is suggested.
  await settle(shown);
  await settle(shown);
  return shown;
}

/** Lets the form settle and the plan of it arrive. */
async function settle({ pass }: Shown) {
  await pass(400);
  await pass(100);
}

function sent(shown: Shown): Specification {
  return shown.api.calls('createEnvironment').at(-1)?.args[0] as Specification;
}

describe('NewEnvironment', () => {
  beforeEach(() => window.localStorage.clear());

  it('plans what is chosen in the picture, and says what the address needs', async () => {
    const shown = await openForm('/new');
    expect(await create()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(await box('pricing, shared'));
    await settle(shown);
    expect(await box('pricing, runs for you')).toBeChecked();
    expect(
      await box('orders, shared, needed to reach pricing'),
    ).not.toBeChecked();
    expect(screen.getByText(/To reach/).closest('div')).toHaveTextContent(
      'To reach pricing from the web address also take gateway and orders.',
    );
    expect(await plan()).toHaveTextContent('None yet');
    expect(await plan()).toHaveTextContent(
      'With gateway and orders: gateway-pricing-dev-nine.dev.example',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Add all 2' }));
    await settle(shown);
    expect(
      screen.getByText(/The web address reaches/).closest('div'),
    ).toHaveTextContent(
      'The web address reaches pricing through your gateway and orders.',
    );
    expect(await plan()).toHaveTextContent('Runs for you 3');
    expect(await plan()).not.toHaveTextContent('None yet');
    expect(urlOf()).toBe('/new?s=pricing&s=gateway&s=orders');
  });

  it('takes versions of branches, tags and typed ones', async () => {
    const shown = await openForm('/new?s=pricing');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Version of pricing: Same as baseline',
      }),
    );
    const picker = await screen.findByRole('dialog', {
      name: 'Version of pricing',
    });
    await userEvent.type(
      within(picker).getByRole('searchbox', { name: 'Search versions' }),
      'fare',
    );
    expect(
      within(picker)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'feat/night-fares12 min',
      'feat/fare-rules1 d',
      'fix/fare-roundingbuilding',
    ]);
    await userEvent.click(
      within(picker).getByRole('button', { name: /^feat\/night-fares/ }),
    );
    await settle(shown);
    expect(
      await screen.findByRole('button', {
        name: 'Version of pricing: feat/night-fares',
      }),
    ).toBeVisible();
    // The branch gives the name, until somebody types another.
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue(
      'night-fares',
    );
    expect(await plan()).toHaveTextContent('5.4.0-night.3');

    await userEvent.click(
      screen.getByRole('button', { name: /^Version of pricing/ }),
    );
    await userEvent.click(await screen.findByRole('radio', { name: 'Typed' }));
    const typed = screen.getByRole('textbox', {
      name: 'Version or whole image of pricing',
    });
    await userEvent.clear(typed);
    await userEvent.type(typed, 'registry.example.com/a/pricing:9{Enter}');
    await settle(shown);
    expect(urlOf()).toContain(
      's=pricing@image:registry.example.com/a/pricing:9',
    );
  });

  it('creates what was planned, once, and leads to it', async () => {
    const shown = await openForm(
      '/new?s=pricing@5.4.0-night.3&s=gateway&s=orders&size=M&for=1d',
    );
    await userEvent.dblClick(await create());
    await waitFor(() =>
      expect(shown.api.calls('createEnvironment')).toHaveLength(1),
    );
    expect(sent(shown)).toEqual({
      name: 'night-fares',
      domain: 'domain:default/payments',
      cluster: 'dev-1',
      baseline: 'dev-1/payments-dev',
      size: 'M',
      expiresIn: 'P1D',
      sleepWhenUnused: 'PT3H',
      services: [
        { name: 'pricing', version: '5.4.0-night.3' },
        { name: 'gateway' },
        { name: 'orders' },
      ],
    });
    await waitFor(() => expect(urlOf()).toBe('/night-fares'));
  });

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

  it('copies another environment for oneself', async () => {
    const shown = await openForm('/new?from=e-fare-rules');
    expect(await box('pricing, runs for you')).toBeChecked();
    expect(
      screen.getByRole('button', {
        name: 'Version of pricing: feat/fare-rules',
      }),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).not.toHaveValue(
      'fare-rules',
    );
    await userEvent.click(await create());
    await waitFor(() => expect(sent(shown)?.collaborators).toBeUndefined());
  });

  it('asks once before what was chosen is left', async () => {
    const shown = await openForm('/new');
    await userEvent.click(await box('risk, shared'));
    await settle(shown);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without creating?',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
    expect(urlOf()).toBe('/new?s=risk');
    await userEvent.click(screen.getByRole('link', { name: 'Environments' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(urlOf()).toBe('/'));
  });

  it('shows the same as a list, with what is always shared', async () => {
    const shown = await openForm('/new', {
      world: {
        relationsKnown: false,
      },
    });
    shown.api.world.services[3] = {
      ...shown.api.world.services[3],
      cloneable: false,
      refused: {
        code: 'host-path',
        severity: 'block',
        message: 'risk reads a folder of its machine (spec.hostPath).',
        parts: { service: 'risk', field: 'spec.hostPath' },
      },
    };
    await userEvent.click(screen.getByRole('radio', { name: 'List' }));
    const list = screen.getByRole('group', {
      name: 'Which services do you change?',
    });
    await userEvent.click(
      within(list).getByRole('checkbox', { name: 'pricing, shared' }),
    );
    await settle(shown);
    expect(
      screen.getByText(/We do not know who calls/).closest('div'),
    ).toHaveTextContent('We do not know who calls pricing.');
  });

  it('gives the specification as a file', async () => {
    const user = userEvent.setup();
    await openForm('/new?s=risk&name=mine');
    await user.click(screen.getByRole('button', { name: 'As a file' }));
    const dialog = await screen.findByRole('dialog', { name: 'As a file' });
    expect(dialog).toHaveTextContent('name: mine');
    expect(dialog).toHaveTextContent('domain: domain:default/payments');
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      await within(dialog).findByRole('button', { name: 'Copy curl' }),
    );
    const [[copied]] = write.mock.calls;
    expect(copied).toContain('/api/environments/environments');
    expect(copied).toContain('"name": "mine"');
  });

  it('lets a viewer plan, and refuses to create with the reason', async () => {
    await openForm('/new?s=risk', { role: 'viewer' });
    const button = await create();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(
      'You may look at payments. Making environments needs developer.',
    );
    expect(await plan()).toHaveTextContent('Runs for you 1');
  });

  it('shows a stranger nothing', async () => {
    await openForm('/new?s=risk', { role: 'stranger' });
    expect(
      await screen.findByText('Nothing to show for you here'),
    ).toBeVisible();
    expect(screen.queryByText('pricing')).toBeNull();
  });

  it('names nothing of what is underneath', async () => {
    await openForm('/new?s=pricing&s=notifier&s=settlement');
    const page = document.body.textContent ?? '';
    expect(page).not.toMatch(
      /\b(kubernetes|namespace|pods?|deployments?|statefulset|cronjob|replicas?|ingress|configmap|node)\b/i,
    );
  });

  it('speaks Chinese', async () => {
    const shown = await openForm('/new', { language: 'zh' });
    await userEvent.click(await box('pricing，共用'));
    await settle(shown);
    expect(
      screen.getByText(/要从访问地址走到/).closest('div'),
    ).toHaveTextContent(
      '要从访问地址走到 pricing，还需选上 gateway 和 orders。',
    );
    expect(
      await screen.findByText('pricing 会写基线共用的 fares-db。', {
        exact: false,
      }),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: '创建环境' }),
    ).toBeVisible();
  });
});
