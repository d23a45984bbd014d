import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responseError } from '../../testUtils';
import { openTab } from '../__testUtils__/showTab';
import { row, table } from './__testUtils__/readList';

describe('what can be done in the list of environments', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('extends by a day and takes it back', async () => {
    const { api, pass } = await openTab();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Extend fare-rules' }),
    );
    await pass(100);
    expect(await row('fare-rules')).toHaveTextContent('ends in 27 h');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await pass(100);
    expect(await row('fare-rules')).toHaveTextContent('ends in 3 h');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(api.calls('extend').map(call => call.args[1])).toEqual([
      '2026-11-25T17:10:00.000Z',
      '2026-11-24T17:10:00.000Z',
    ]);
  });

  it('offers the undo of an extension for ten seconds', async () => {
    const { pass } = await openTab();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Extend fare-rules' }),
    );
    await pass(100);
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible();
    await pass(10_000);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('keeps refused what the reader may not do with another’s, and says why', async () => {
    const { api } = await openTab();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for partner-audit' }),
    );
    const menu = await screen.findByRole('menu');
    const refused = within(menu).getByRole('menuitem', { name: /^Delete/ });
    expect(refused).toHaveAttribute('aria-disabled', 'true');
    expect(refused).toHaveTextContent(
      'Changing it is for who made it, those who work on it, and owners of payments.',
    );
    await userEvent.click(
      within(menu).getByRole('menuitem', { name: /^Sleep/ }),
    );
    expect(api.calls('sleep')).toEqual([]);
    expect(
      within(menu).getByRole('menuitem', { name: 'Open' }),
    ).not.toHaveAttribute('aria-disabled');
  });

  it('says in its place why something was not done', async () => {
    const { api } = await openTab();
    api.fail(
      'extend',
      responseError(429, 'Error', 'Slow down, 60 requests a minute'),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Extend fare-rules' }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Too many requests at once');
    expect(alert).toHaveTextContent('Slow down, 60 requests a minute');
  });

  it('refuses a viewer a new environment, with the reason', async () => {
    await openTab({ role: 'viewer' });
    await table();
    const button = await screen.findByRole('button', {
      name: 'New environment',
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(
      'You may look at payments. Making environments needs developer.',
    );
  });

  it('moves between rows with arrows and extends with E', async () => {
    const { api } = await openTab();
    (await screen.findByRole('link', { name: 'fare-rules' })).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'refund-retry' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}e');
    expect(api.calls('extend')).toHaveLength(1);
  });
});
