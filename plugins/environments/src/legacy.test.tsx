import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { environmentsApiRef } from './environmentsApiRef';
import {
  EntityEnvironmentsContent,
  EntityMyEnvironmentsCard,
  isEnvironmentsAvailable,
  MyEnvironmentsPage,
} from './legacy';
import { InMemoryEnvironmentsApi, paymentsEnvironments } from './testUtils';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

describe('the plugin in the classic frontend system', () => {
  it.each([
    ['the tab', <EntityEnvironmentsContent />, '6 self-service'],
    ['the card', <EntityMyEnvironmentsCard />, '^You have none here'],
    ['the page', <MyEnvironmentsPage />, 'In all domains'],
  ])('shows %s', async (_, element, text) => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [
            environmentsApiRef,
            InMemoryEnvironmentsApi.create(paymentsEnvironments(Date.now())),
          ],
          [catalogApiRef, catalogApiMock({ entities: [] })],
          [
            permissionApiRef,
            mockApis.permission({ authorize: AuthorizeResult.DENY }),
          ],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/*" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect((await screen.findAllByText(new RegExp(text)))[0]).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['component', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    expect(isEnvironmentsAvailable({ ...entity, kind })).toBe(offered);
  });
});
