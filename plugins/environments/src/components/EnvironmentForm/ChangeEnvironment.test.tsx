import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { action, ID, openPage } from '../__testUtils__/openPage';
import { openTab, urlOf } from '../__testUtils__/showTab';

describe('ChangeEnvironment', () => {
  beforeEach(() => window.localStorage.clear());

  /** Lets the form settle and its plan arrive. */
  async function settle(shown: Awaited<ReturnType<typeof openTab>>) {
    for (let i = 0; i < 4; i++) {
      await shown.pass(200);
    }
  }

  it('opens with what it is, and sends only what differs', async () => {
    const shown = await openPage();
    await userEvent.click(await action('Change'));
    await settle(shown);
    expect(urlOf()).toBe('/fare-rules/change');
    const button = () =>
      screen.findByRole('button', { name: 'Change environment' });
    expect(await button()).toHaveAccessibleDescription(
      /Nothing is changed yet/,
    );
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'notifier, runs for you' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'risk, shared' }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'L load tests' }));
    await settle(shown);
    await userEvent.click(await button());
    await shown.pass(100);
    expect(shown.api.calls('updateEnvironment')[0].args[1]).toEqual({
      generation: 1,
      size: 'L',
      services: [
        { name: 'gateway' },
        { name: 'orders', version: '7.7.0' },
        { name: 'pricing', version: '5.3.0-fare.7' },
        { name: 'risk' },
      ],
    });
    await waitFor(() => expect(urlOf()).toBe('/fare-rules'));
    expect(await screen.findByText('Being updated')).toBeVisible();
  });

  it('loses nothing when somebody else was quicker', async () => {
    const shown = await openPage('/fare-rules/change');
    await settle(shown);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'risk, shared' }),
    );
    await settle(shown);
    act(() => shown.api.put(ID, { generation: 2 }));
    await shown.pass(100);
    const button = () =>
      screen.findByRole('button', { name: 'Change environment' });
    await userEvent.click(await button());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Somebody changed it in the meantime');
    expect(
      screen.getByRole('checkbox', { name: 'risk, runs for you' }),
    ).toBeChecked();
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Look at what is there now' }),
    );
    await settle(shown);
    await userEvent.click(await button());
    await shown.pass(100);
    expect(shown.api.calls('updateEnvironment').at(-1)?.args[1]).toMatchObject({
      generation: 2,
    });
    await waitFor(() => expect(urlOf()).toBe('/fare-rules'));
  });

  it('is refused to an outsider, with the reason', async () => {
    const shown = await openPage('/fare-rules/change', { as: 'dev-nine' });
    await settle(shown);
    expect(
      await screen.findByRole('button', { name: 'Change environment' }),
    ).toHaveAccessibleDescription(/Changing it is for who made it/);
  });
});
