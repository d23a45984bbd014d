import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InputError } from '@backstage/errors';
import {
  lines,
  requestsOf,
  showLogs,
  whenLaidOut,
} from './__testUtils__/showLogs';

whenLaidOut();

describe('a question that cannot be answered', () => {
  it('says where an expression is wrong that was wrong from the start, and drops it', async () => {
    const api = showLogs('?has=/time(out/&has=payment');
    expect(
      await screen.findByRole('heading', {
        name: 'The condition cannot be read',
      }),
    ).toBeVisible();
    expect(screen.getByRole('alert')).not.toHaveTextContent(/last good/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Drop /time(out/' }),
    );
    await lines();
    expect(requestsOf(api, 'streamLogs').at(-1)).toMatchObject({
      include: [{ text: 'payment' }],
    });
  });

  it('says why a time cannot be shown, and offers one that can', async () => {
    const wrong = Object.assign(new Error('Request failed with 400'), {
      name: 'ResponseError',
      cause: new InputError('The range is too long: it spans 365 days'),
    });
    const api = showLogs(
      '?from=2025-11-30T10:00:00Z&to=2026-11-30T09:00:00Z',
      fake => fake.fail('searchLogs', wrong),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'This time cannot be shown',
      }),
    ).toBeVisible();
    expect(screen.getByText(/it spans 365 days/)).toBeVisible();
    expect(screen.queryByText(/last good/)).not.toBeInTheDocument();
    api.mend('searchLogs');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the last 30 days' }),
    );
    await lines();
  });

  it('shows a time whose ends were given in the wrong order, and says so', async () => {
    const now = Date.now();
    showLogs(
      `?from=${new Date(now + 1_000).toISOString()}&to=${new Date(
        now - 600_000,
      ).toISOString()}`,
    );
    await lines();
    expect(
      screen.getByText(/names the end of the time before its beginning/),
    ).toBeVisible();
  });

  it('says what is not here of what a link names', async () => {
    showLogs('?service=no-such-service');
    expect(
      await screen.findByRole('heading', {
        name: 'There is no no-such-service for you here',
      }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    await lines();
  });

  it('tells of matching lines where a store does not tell what it read', async () => {
    showLogs('?range=PT1H', api => {
      const search = api.searchLogs.bind(api);
      jest.spyOn(api, 'searchLogs').mockImplementation(async (ref, request) => {
        const { scanned: _, ...page } = await search(ref, {
          ...request,
          limit: 10,
        });
        return page;
      });
    });
    await lines();
    expect(await screen.findByText('10 shown of 60 that match')).toBeVisible();
  });
});
