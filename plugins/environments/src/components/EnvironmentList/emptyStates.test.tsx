import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { notInstalled } from '../../testUtils';
import { openTab, urlOf } from '../__testUtils__/showTab';

describe('a list of environments with nothing in it', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('explains what an environment is to who has none', async () => {
    await openTab({ as: 'dev-nine', url: '/?mine=' });
    expect(
      await screen.findByRole('region', {
        name: 'You have no environment in payments yet',
      }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start from a colleague’s' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^partner-audit/ }),
    );
    expect(urlOf()).toBe('/new?from=e-partner-audit');
  });

  it('shows a stranger neither names nor counts', async () => {
    await openTab({ role: 'stranger' });
    expect(
      await screen.findByText('Nothing to show for you here'),
    ).toBeVisible();
    expect(screen.queryByText('fare-rules')).toBeNull();
  });

  it('says that the backend is not installed', async () => {
    await openTab({
      prepare: api => {
        api.fail('watch', notInstalled());
        api.fail('getOptions', notInstalled());
      },
    });
    expect(
      await screen.findByText('The environments backend is not installed'),
    ).toBeVisible();
  });

  it('says where nothing is open for self-service environments', async () => {
    await openTab({
      world: { clusters: [], environments: [] },
    });
    expect(
      await screen.findByText('No self-service environments here'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'New environment' }),
    ).toBeNull();
  });
});
