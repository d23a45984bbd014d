import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { accessApiRef } from './accessApiRef';
import {
  EntityAccessContent,
  EntityWhoMayCard,
  isAccessAvailable,
} from './legacy';
import { InMemoryAccessApi, paymentsAccess } from './testUtils';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

describe('the plugin in the classic frontend system', () => {
  it('shows the tab and the card', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [accessApiRef, InMemoryAccessApi.create(paymentsAccess())],
          [catalogApiRef, catalogApiMock({ entities: [] })],
        ]}
      >
        <EntityProvider entity={entity}>
          <EntityWhoMayCard />
          <Routes>
            <Route path="/" element={<EntityAccessContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByText('Who may do what here, and why'),
    ).toBeVisible();
    expect(await screen.findByText('Who may')).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['component', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    expect(isAccessAvailable({ ...entity, kind })).toBe(offered);
  });
});
