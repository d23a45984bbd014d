import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ClockProvider } from '@domaindeck/backstage-plugin-workloads-react';
import { ManualClock } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { environmentsApiRef } from '../../environmentsApiRef';
import {
  InMemoryEnvironmentsApi,
  notInstalled,
  paymentsEnvironments,
} from '../../testUtils';
import { payments, START } from '../__testUtils__/showTab';
import { MyEnvironmentsPage } from './MyEnvironmentsPage';

async function openPage(
  person: string,
  prepare: (api: InMemoryEnvironmentsApi) => void = () => {},
) {
  const clock = ManualClock.at(START);
  const caller = `user:default/${person}`;
  const api = InMemoryEnvironmentsApi.create(
    paymentsEnvironments(clock.now(), { caller }),
    () => clock.now(),
  );
  prepare(api);
  renderInTestApp(
    <ClockProvider clock={clock}>
      <MyEnvironmentsPage />
    </ClockProvider>,
    {
      apis: [
        [environmentsApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [payments] })],
        mockApis.identity({ userEntityRef: caller }),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await screen.findByRole('progressbar', { name: 'Loading environments' });
  for (
    let i = 0;
    i < 50 && screen.queryByRole('progressbar', { name: /Loading/ });
    i++
  ) {
    await act(() => clock.advance(100));
  }
  return { api, clock };
}

describe('MyEnvironmentsPage', () => {
  beforeEach(() => window.localStorage.clear());

  it('shows what the reader made and what the reader works on, of all domains', async () => {
    await openPage('tester-two');
    const rows = within(
      await screen.findByRole('table', { name: 'My environments' }),
    )
      .getAllByRole('rowheader')
      .map(row => row.textContent);
    expect(rows).toEqual([
      expect.stringContaining('Yours 1'),
      expect.stringContaining('checkout-e2e'),
      expect.stringContaining('Others that you work on 1'),
      expect.stringContaining('fare-rules'),
    ]);
    expect(screen.getByRole('link', { name: 'fare-rules' })).toHaveAttribute(
      'href',
      '/catalog/default/domain/payments/environments/fare-rules',
    );
  });

  it('leads to the form of a domain', async () => {
    await openPage('dev-nine');
    expect(screen.getByText('You have no environment yet')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'New environment in …' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'payments' }),
    ).toBeVisible();
  });

  it('says that the backend is not installed', async () => {
    await openPage('dev-one', api => api.fail('watch', notInstalled()));
    expect(
      await screen.findByText('The environments backend is not installed'),
    ).toBeVisible();
  });
});
