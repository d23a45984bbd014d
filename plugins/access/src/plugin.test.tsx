import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import accessPlugin, { accessApiRef } from './index';
import { InMemoryAccessApi, paymentsAccess } from './testUtils';

const entityOf = (kind: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'payments', namespace: 'default' },
});

describe('the plugin in the new frontend system', () => {
  it.each([
    ['entity-content:access', 'Who may do what here, and why'],
    ['entity-card:access/who-may', 'Who may'],
  ] as const)('puts %s on the page of a domain', async (id, text) => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: entityOf('Domain') }),
        accessPlugin.getExtension(id),
      ],
      apis: [
        [accessApiRef, InMemoryAccessApi.create(paymentsAccess())],
        [catalogApiRef, catalogApiMock({ entities: [] })],
      ],
    });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['Component', false],
    ['User', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    const tester = createExtensionTester(
      accessPlugin.getExtension('entity-content:access'),
    );
    const accepts = tester.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(accepts?.(entityOf(kind))).toBe(offered);
  });
});
