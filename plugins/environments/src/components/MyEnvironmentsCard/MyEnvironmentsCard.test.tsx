import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ClockProvider } from '@domaindeck/backstage-plugin-workloads-react';
import { ManualClock } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { environmentsApiRef } from '../../environmentsApiRef';
import {
  EnvironmentsWorld,
  InMemoryEnvironmentsApi,
  paymentsEnvironments,
} from '../../testUtils';
import { payments, START } from '../__testUtils__/showTab';
import { MyEnvironmentsCard } from './MyEnvironmentsCard';

async function showCard(
  world: { caller: string } & Partial<EnvironmentsWorld>,
  tabPath: string | undefined = '/tab',
) {
  const clock = ManualClock.at(START);
  const api = InMemoryEnvironmentsApi.create(
    paymentsEnvironments(Date.parse(START), world),
    () => clock.now(),
  );
  renderInTestApp(
    <ClockProvider clock={clock}>
      <EntityProvider entity={payments}>
        <MyEnvironmentsCard tabPath={tabPath} />
      </EntityProvider>
    </ClockProvider>,
    {
      apis: [
        [environmentsApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [payments] })],
        mockApis.identity({ userEntityRef: world.caller }),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await screen.findByText('My environments');
  for (let i = 0; i < 50 && screen.queryByRole('progressbar'); i++) {
    await act(() => clock.advance(100));
  }
}

describe('MyEnvironmentsCard', () => {
  it('shows one’s own, how long they live, and the one door that is needed', async () => {
    await showCard({ caller: 'user:default/dev-one', role: 'developer' });
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map(row => within(row).getAllByRole('link')[0])).toHaveLength(
      2,
    );
    const [ready, stopped] = rows;
    expect(ready).toHaveTextContent('fare-rules 4 own, 4 shared');
    expect(ready).toHaveTextContent('Ready, ends in 3 h');
    expect(
      within(ready).getByRole('link', { name: 'Open fare-rules' }),
    ).toHaveAttribute('href', 'https://gateway-fare-rules.dev.example');
    expect(stopped).toHaveTextContent('Cannot start');
    expect(within(stopped).getByRole('link', { name: 'Fix' })).toHaveAttribute(
      'href',
      '/tab/refund-retry',
    );
    expect(screen.getByText('2 of 3')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^All \d+ in payments$/ }),
    ).toHaveAttribute('href', '/tab');
  });

  it('extends from the line, and takes it back', async () => {
    await showCard({ caller: 'user:default/dev-one', role: 'developer' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Extend fare-rules' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Extend fare-rules' }),
      ).toBeVisible(),
    );
  });

  it('leads nowhere but to the address where the portal has no tab', async () => {
    await showCard({ caller: 'user:default/dev-one', role: 'developer' }, '');
    expect(
      await screen.findByRole('link', { name: 'Open fare-rules' }),
    ).toBeVisible();
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('tells an outsider neither names nor counts', async () => {
    await showCard({ caller: 'user:default/dev-eight', role: 'stranger' });
    expect(
      await screen.findByText(
        'Environments of payments are shown to the people who work in it.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('listitem')).toBeNull();
    expect(screen.queryByText(/\d+ (of|in) /)).toBeNull();
  });
});
