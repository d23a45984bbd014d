import { act, screen, within } from '@testing-library/react';
import { NotFoundError } from '@backstage/errors';
import { InMemoryWorkloadsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { payments, showTab, world } from './__testUtils__/showTab';

describe('the Workloads tab with nothing to show', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('tells nothing to who may see nothing, and whom to ask', async () => {
    const api = InMemoryWorkloadsApi.create(world);
    api.fail('getWorkloads', new NotFoundError('not found'));
    showTab({ api });
    const notice = await screen.findByRole('region', {
      name: 'Nothing to show for you here',
    });
    expect(
      within(notice).getByRole('link', { name: /payments-platform/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-platform');
    expect(document.body).not.toHaveTextContent('pricing');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says that a right has ended while the page was open, and asks whoever keeps rights by what', async () => {
    const { api } = showTab({
      endedRights: {
        Note: ({ entityRef }) => <p>Why it ended in {entityRef}</p>,
      },
    });
    await screen.findByRole('table');
    api.fail('getWorkloads', new NotFoundError('not found'));
    act(() => api.push({ type: 'end', reason: 'revoked' }));
    const notice = await screen.findByRole('region', {
      name: 'Your right to see this has ended',
    });
    expect(notice).toHaveTextContent(
      /What you had open of payments was closed at \d\d:\d\d\./,
    );
    expect(notice).toHaveTextContent('Why it ended in domain:default/payments');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says what to wait for where nothing was released', async () => {
    showTab({ world: { workloads: [] } });
    expect(
      await screen.findByRole('region', { name: 'Nothing runs here yet' }),
    ).toHaveTextContent('payments has 5 environments');
  });

  it('asks for nothing on behalf of a component without a system', async () => {
    const { api } = showTab({
      entity: {
        ...payments,
        kind: 'Component',
        metadata: { name: 'pricing', namespace: 'default' },
        relations: [],
      },
    });
    expect(
      await screen.findByRole('region', {
        name: 'This component belongs to no system',
      }),
    ).toHaveTextContent('system: <system>');
    expect(api.calls()).toEqual([]);
  });
});
