import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { urlOf } from '../__testUtils__/showTab';
import {
  box,
  create,
  openForm,
  plan,
  sent,
  settle,
} from './__testUtils__/openForm';

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

    await userEvent.click(screen.getByRole('button', { name: 'Add both' }));
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

  it.each([
    [
      { offered: false, code: 'no-source' },
      'nothing tells how much a service is used.',
    ],
    [
      { offered: false, code: 'source-failing', source: 'prom-dev' },
      'prom-dev does not answer.',
    ],
    [
      { offered: false, code: 'no-requests', source: 'prom-dev' },
      'prom-dev counts no requests to the services.',
    ],
  ] as const)(
    'says why sleep when unused is not offered, and asks for none (%p)',
    async (sleepWhenUnused, why) => {
      const shown = await openForm(
        '/new?s=pricing&s=gateway&s=orders&size=M&for=1d',
        { world: { sleepWhenUnused } },
      );
      expect(
        await screen.findByText(
          `Sleep when unused is not offered here: ${why}`,
        ),
      ).toBeVisible();
      expect(screen.queryByText(/^Sleep when unused for/)).toBeNull();
      await userEvent.click(await create());
      await waitFor(() =>
        expect(shown.api.calls('createEnvironment')).toHaveLength(1),
      );
      expect(sent(shown)).not.toHaveProperty('sleepWhenUnused');
    },
  );

  it('says with each plan for how many of the size there is room', async () => {
    const shown = await openForm('/new?s=pricing&size=M');
    expect(await screen.findByText('dev-1 has room for 4 M.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: /^L ?load/ }));
    await settle(shown);
    expect(
      await screen.findByText(
        'dev-1 has no room for another L now: services may wait for it.',
      ),
    ).toBeVisible();
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
