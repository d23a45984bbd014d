import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openTab, urlOf } from '../../__testUtils__/showTab';

const ID = 'e-fare-rules';
const drawer = () =>
  screen.findByRole('dialog', { name: 'Re-sync fare-rules with the baseline' });
const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map(cell => cell.textContent),
    );

async function openDrawer(options: Parameters<typeof openTab>[0] = {}) {
  const shown = await openTab({ url: '/fare-rules?panel=drift', ...options });
  await shown.pass(100);
  return shown;
}

describe('DriftDrawer', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows what the baseline had, has, and what is one’s own', async () => {
    await openDrawer();
    const orders = await within(await drawer()).findByRole('table', {
      name: 'orders',
    });
    expect(rows(orders)).toEqual([
      ['Version', '7.7.0', '7.8.0', '7.7.0'],
      ['Setting RETRY_LIMIT', '3', '5', '3'],
      ['Setting FARES_TIMEOUT', '–', '800ms', '–'],
    ]);
    const pricing = within(await drawer()).getByRole('table', {
      name: 'pricing',
    });
    // What only the reader changed is not offered; of secrets there is no value.
    expect(rows(pricing)).toEqual([
      ['Version', '5.2.1', '5.3.0', '5.3.0-fare.7'],
      ['Setting ROUNDING', 'up', 'half-even', 'down'],
      ['Secret fares-keyvalues are never shown', 'older', 'newer', 'older'],
    ]);
    expect(await drawer()).toHaveTextContent(
      'pricing: Setting DEBUG_FARES is yours and stays.',
    );
  });

  it('ticks what only the baseline changed, and takes what is ticked', async () => {
    const shown = await openDrawer();
    const box = async (name: string) =>
      within(await drawer()).findByRole('checkbox', { name });
    expect(await box('Take Version of orders')).toBeChecked();
    expect(await box('Take Version of pricing')).not.toBeChecked();
    expect(await box('Take Secret fares-key of pricing')).toBeChecked();
    expect(await drawer()).toHaveTextContent('4 of 6 changes chosen');
    expect(await drawer()).toHaveTextContent(
      'orders and pricing restart one after the other.',
    );
    await userEvent.click(await box('Take Secret fares-key of pricing'));
    await userEvent.click(
      within(await drawer()).getByRole('button', { name: 'Take 3 changes' }),
    );
    await shown.pass(100);
    expect(shown.api.calls('resync')[0].args[1]).toEqual({
      revision: 'r1',
      changes: [
        { service: 'orders', id: 'version' },
        { service: 'orders', id: 'env.RETRY_LIMIT' },
        { service: 'orders', id: 'env.FARES_TIMEOUT' },
      ],
    });
    await waitFor(() => expect(urlOf()).toBe('/fare-rules'));
    expect(await screen.findByText('Being updated')).toBeVisible();
  });

  it('takes nothing when nothing is ticked', async () => {
    const shown = await openDrawer();
    const boxes = await within(await drawer()).findAllByRole('checkbox');
    for (const one of boxes.filter(it => (it as HTMLInputElement).checked)) {
      await userEvent.click(one);
    }
    const take = within(await drawer()).getByRole('button', {
      name: /^Take 0/,
    });
    expect(take).toHaveAttribute('aria-disabled', 'true');
    expect(take).toHaveAccessibleDescription('Tick what to take first.');
    await userEvent.click(take);
    expect(shown.api.calls('resync')).toEqual([]);
  });

  it('offers to compare again when the baseline moves on', async () => {
    const shown = await openDrawer();
    await within(await drawer()).findByRole('table', { name: 'orders' });
    act(() =>
      shown.api.put(ID, {
        driftCounts: { baselineMoved: 2, edited: 0, both: 1 },
      }),
    );
    await shown.pass(100);
    expect(
      await screen.findByText('The baseline moved while this was open.'),
    ).toBeVisible();
    shown.api.world.drifts[ID] = {
      ...shown.api.world.drifts[ID],
      revision: 'r2',
    };
    await userEvent.click(
      within(await drawer()).getByRole('button', { name: /^Take 4/ }),
    );
    const alert = await within(await drawer()).findByRole('alert');
    expect(alert).toHaveTextContent('The baseline moved again');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Compare again' }),
    );
    await shown.pass(100);
    await waitFor(() =>
      expect(
        screen.queryByText('The baseline moved again; compare again.'),
      ).toBeNull(),
    );
    await userEvent.click(
      within(await drawer()).getByRole('button', { name: /^Take 4/ }),
    );
    await shown.pass(100);
    expect(shown.api.calls('resync').at(-1)?.args[1]).toMatchObject({
      revision: 'r2',
    });
  });

  it('says when there is nothing to take', async () => {
    await openDrawer({ world: { drifts: {} } });
    expect(await screen.findByText('Nothing to take')).toBeVisible();
  });

  it('says when it cannot be compared, and tries again', async () => {
    const shown = await openDrawer({
      prepare: api => api.fail('getDrift', new Error('dev-1 is slow')),
    });
    expect(
      (await within(await drawer()).findAllByText('dev-1 is slow')).length,
    ).toBe(1);
    shown.api.mend('getDrift');
    await userEvent.click(
      within(await drawer()).getByRole('button', { name: 'Try again' }),
    );
    await shown.pass(100);
    expect(
      await within(await drawer()).findByRole('table', { name: 'orders' }),
    ).toBeVisible();
  });

  it('lets an outsider look and not take', async () => {
    const shown = await openDrawer({ as: 'dev-nine' });
    const take = await within(await drawer()).findByRole('button', {
      name: /^Take 4/,
    });
    expect(take).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(take);
    expect(shown.api.calls('resync')).toEqual([]);
  });
});
