import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showTab, url, world } from './__testUtils__/showTab';

describe('the list of the Workloads tab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('lists by group, sorted, with silent groups closed', async () => {
    showTab({
      url: '/?view=list',
      world: {
        clusters: world.clusters.map(cluster =>
          cluster.name === 'partner-kl'
            ? { ...cluster, state: 'unreachable' }
            : cluster,
        ),
      },
    });
    const list = await screen.findByRole('table', { name: 'Workloads' });
    const lines = () =>
      within(list)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent);
    expect(lines()[0]).toMatch(/^productionprod-sh1 failing, 7 running/);
    expect(lines()[1]).toMatch(/^pricingOut of memory, restarting5.2.12\/36/);
    expect(lines()).toHaveLength(5 + 4 * 8);
    await userEvent.click(
      within(list).getByRole('button', { name: 'Show the group partner' }),
    );
    expect(lines()).toHaveLength(5 + 4 * 8 + 6);

    await userEvent.click(
      within(list).getByRole('button', { name: 'Version' }),
    );
    expect(url()).toBe('?view=list&sort=version');
    expect(lines()[1]).toMatch(/^orders/);
  });

  it('draws only what is seen of a long list', async () => {
    const height = jest
      .spyOn(Element.prototype, 'clientHeight', 'get')
      .mockReturnValue(600);
    showTab({
      url: '/?view=list&group=none',
      world: {
        components: [],
        workloads: Array.from({ length: 1000 }, (_, i) => ({
          ...world.workloads[0],
          id: `dev-1/payments-dev/Deployment/w-${i}`,
          name: `w-${i}`,
          componentRef: undefined,
        })),
      },
    });
    const list = await screen.findByRole('table', { name: 'Workloads' });
    expect(list).toHaveAttribute('aria-rowcount', '1001');
    await waitFor(() =>
      expect(within(list).getAllByRole('link').length).toBeGreaterThan(10),
    );
    expect(within(list).getAllByRole('link').length).toBeLessThan(60);
    height.mockRestore();
  });
});
