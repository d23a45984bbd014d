import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../../testUtils';
import { openTab, urlOf } from '../../__testUtils__/showTab';

const ID = 'e-fare-rules';
const dialog = () =>
  screen.findByRole('dialog', { name: 'Delete fare-rules?' });
const field = async () =>
  within(await dialog()).getByRole('textbox', {
    name: 'Type fare-rules to delete it',
  });

async function openDialog(options: Parameters<typeof openTab>[0] = {}) {
  const shown = await openTab({ url: '/fare-rules?panel=delete', ...options });
  await shown.pass(100);
  return shown;
}

describe('DeleteDialog', () => {
  beforeEach(() => window.localStorage.clear());

  it('says what is lost, who used it last, and what stays', async () => {
    await openDialog();
    expect(await dialog()).toHaveTextContent('tester-two used it 12 min ago.');
    const lost = await within(await dialog()).findByRole('list', {
      name: 'Lost for good',
    });
    await within(lost).findByText(/What was added by hand/);
    expect(
      within(lost)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '4 running servicesgateway, orders 7.7.0, pricing 5.3.0-fare.7, notifier',
      'The address gateway-fare-rules.dev.example',
      'What was added by handSetting DEBUG_FARES, pricing',
    ]);
    expect(await dialog()).toHaveTextContent(
      'The baseline and its data are not touched.',
    );
  });

  it('does nothing until the whole name is typed, then deletes and ends at the list', async () => {
    const shown = await openDialog();
    expect(await field()).toHaveFocus();
    await userEvent.type(await field(), 'fare-rul{Enter}');
    expect(shown.api.calls('deleteEnvironment')).toEqual([]);
    const button = within(await dialog()).getByRole('button', {
      name: 'Delete',
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Type the whole name first');
    await userEvent.type(await field(), 'es{Enter}');
    await shown.pass(100);
    expect(shown.api.calls('deleteEnvironment')[0].args.slice(0, 2)).toEqual([
      ID,
      'fare-rules',
    ]);
    expect(
      await screen.findByRole('heading', { name: 'Being deleted' }),
    ).toBeVisible();
    act(() => shown.api.finish(ID));
    await shown.pass(100);
    await waitFor(() => expect(urlOf()).toBe('/'));
    await shown.pass(100);
    expect(screen.queryByRole('link', { name: 'fare-rules' })).toBeNull();
  });

  it('keeps what was typed when it is refused', async () => {
    const shown = await openDialog();
    shown.api.fail(
      'deleteEnvironment',
      responseError(409, 'ConflictError', 'It is being updated'),
    );
    await userEvent.type(await field(), 'fare-rules{Enter}');
    expect(await within(await dialog()).findByRole('alert')).toHaveTextContent(
      'It is being updated',
    );
    expect(await field()).toHaveValue('fare-rules');
  });

  it('is closed by Keep it', async () => {
    await openDialog();
    await userEvent.click(
      within(await dialog()).getByRole('button', { name: 'Keep it' }),
    );
    await waitFor(() => expect(urlOf()).toBe('/fare-rules'));
  });

  it('is refused to an outsider, whatever is typed', async () => {
    const shown = await openDialog({ as: 'dev-nine' });
    await userEvent.type(await field(), 'fare-rules{Enter}');
    expect(shown.api.calls('deleteEnvironment')).toEqual([]);
    expect(
      within(await dialog()).getByRole('button', { name: 'Delete' }),
    ).toHaveAccessibleDescription(/Changing it is for who made it/);
  });
});
