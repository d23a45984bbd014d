import { screen, within } from '@testing-library/react';
import { openTab } from '../__testUtils__/showTab';

describe('GuardLine', () => {
  it('tells operators which clusters do not guard baselines themselves', async () => {
    await openTab({
      inspects: true,
      world: {
        guards: [
          { cluster: 'dev-1', state: 'missing' },
          { cluster: 'dev-2', state: 'installed' },
          { cluster: 'dev-3', state: 'unknown', reason: 'connect ETIMEDOUT' },
        ],
      },
    });
    const guards = await screen.findByRole('list', {
      name: 'Guard of the baselines',
    });
    const lines = within(guards).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      expect.stringMatching(/^dev-1 has no guarding policy/),
      expect.stringMatching(/^Whether dev-3 guards its baselines/),
      expect.stringMatching(/^dev-2 refuses the portal every write/),
    ]);
    expect(lines[1]).toHaveAttribute('title', 'connect ETIMEDOUT');
    expect(
      within(lines[0]).getByRole('link', { name: 'How to install it' }),
    ).toBeVisible();
  });
});
