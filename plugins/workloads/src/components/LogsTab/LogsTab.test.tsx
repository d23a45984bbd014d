import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundError } from '@backstage/errors';
import {
  lines,
  requestsOf,
  showLogs,
  whenLaidOut,
} from './__testUtils__/showLogs';

whenLaidOut();

describe('the Logs tab', () => {
  it('shows one log of all pods in all clusters, with levels counted', async () => {
    showLogs();
    const rows = within(await lines());
    expect(
      (await rows.findAllByRole('listitem', { name: /Error, pod kl·x7m9d/ }))
        .length,
    ).toBeGreaterThan(0);
    expect(
      await screen.findByRole('button', { name: /^Error ?12$/ }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText('60 shown of 64 scanned')).toBeVisible();
  });

  it('lets the backend filter, and keeps the last good lines for a wrong expression', async () => {
    const api = showLogs();
    await lines();
    const field = screen.getByRole('searchbox', { name: 'Search in logs' });
    await userEvent.type(field, '-healthz{Enter}');
    expect(
      await screen.findByRole('button', {
        name: 'Remove the condition healthz',
      }),
    ).toBeVisible();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      exclude: [{ text: 'healthz' }],
    });
    expect(await screen.findByText('48 shown of 64 scanned')).toBeVisible();
    await userEvent.type(field, '/time(out/{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Position 5: this bracket is never closed\. The last good result stays/,
    );
    expect(within(await lines()).getAllByRole('listitem')).not.toHaveLength(0);
  });

  it('stays paused until somebody scrolls to the end, whatever the list scrolled before', async () => {
    showLogs();
    const log = await lines();
    await screen.findByRole('button', { name: 'Pause' });
    await userEvent.keyboard('f');
    await screen.findAllByRole('button', { name: 'Resume' });
    fireEvent.scroll(log);
    expect(screen.getAllByRole('button', { name: 'Resume' })).not.toHaveLength(
      0,
    );
    log.scrollTop += 50;
    fireEvent.scroll(log);
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('pauses when a row is pressed, so that its words can be marked', async () => {
    showLogs();
    const rows = within(await lines());
    const [row] = await rows.findAllByRole('listitem');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    fireEvent.pointerDown(row, { button: 0 });
    expect(
      await screen.findAllByRole('button', { name: 'Resume' }),
    ).not.toHaveLength(0);
  });

  it('says that the key for a link has copied it', async () => {
    const write = jest.fn(async () => {});
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: write },
      configurable: true,
    });
    showLogs();
    await lines();
    await userEvent.keyboard('k');
    await userEvent.keyboard('l');
    expect(await screen.findByText(/^Link copied/)).toBeVisible();
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/[?&]line=/));
  });

  it('pauses while a text is typed, and follows again when it is a condition', async () => {
    showLogs();
    await lines();
    const field = screen.getByRole('searchbox', { name: 'Search in logs' });
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    await userEvent.type(field, 'time');
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: 'Resume' })
      )[0],
    );
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'out');
    expect(
      await screen.findAllByRole('button', { name: 'Resume' }),
    ).not.toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeVisible();
  });

  it('opens a line with its fields, and makes one a filter', async () => {
    const api = showLogs('?level=error');
    const rows = within(await lines());
    await userEvent.click(
      (
        await rows.findAllByText(/payment capture failed/)
      )[0],
    );
    expect(await screen.findByText('4 fields')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Filter for upstream' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Remove the condition pricing.payments.svc:8080',
      }),
    ).toBeVisible();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      include: [{ text: 'pricing.payments.svc:8080' }],
      levels: ['error'],
    });
  });

  it('looks the same for who may not and for what does not exist', async () => {
    showLogs('', api =>
      api.fail('getLogSources', new NotFoundError('no such entity')),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing to show for you here',
      }),
    ).toBeVisible();
  });
});
