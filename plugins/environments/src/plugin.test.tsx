import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import environmentsPlugin, { environmentsApiRef } from './index';
import { InMemoryEnvironmentsApi, paymentsEnvironments } from './testUtils';

const entityOf = (kind: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'payments', namespace: 'default' },
});

const apis = () =>
  [
    [
      environmentsApiRef,
      InMemoryEnvironmentsApi.create(paymentsEnvironments(Date.now())),
    ],
    [catalogApiRef, catalogApiMock({ entities: [] })],
  ] as const;

describe('the plugin in the new frontend system', () => {
  it('puts the tab on the page of a domain', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: entityOf('Domain') }),
        environmentsPlugin.getExtension('entity-content:environments'),
      ],
      apis: [...apis()],
    });
    expect(
      await screen.findByRole('table', { name: 'Environments' }),
    ).toBeVisible();
  });

  it('has the page My environments', async () => {
    renderTestApp({
      extensions: [environmentsPlugin.getExtension('page:environments')],
      apis: [...apis()],
      initialRouteEntries: ['/environments'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(await screen.findByText('In all domains')).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['Component', false],
    ['User', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    const tester = createExtensionTester(
      environmentsPlugin.getExtension('entity-content:environments'),
    );
    const accepts = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(accepts?.(entityOf(kind))).toBe(offered);
  });
});
