import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { workloadsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { EntityWorkloadsContent, isWorkloadsAvailable } from './legacy';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
};

describe('the plugin in the classic frontend system', () => {
  it('shows the tab', async () => {
    const api = InMemoryWorkloadsApi.create(paymentsWorld(Date.now()));
    await renderInTestApp(
      <TestApiProvider apis={[[workloadsApiRef, api]]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={<EntityWorkloadsContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('heading', { name: /^8 services/ }),
    ).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['system', true],
    ['Component', true],
    ['User', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    expect(isWorkloadsAvailable({ ...entity, kind })).toBe(offered);
  });
});
