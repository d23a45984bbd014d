import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { workloadsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import workloadsPlugin from './index';

const entityOf = (kind: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'payments', namespace: 'default' },
});

describe('the plugin in the new frontend system', () => {
  it('puts the tab on the page of a domain', async () => {
    const api = InMemoryWorkloadsApi.create(paymentsWorld(Date.now()));
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: entityOf('Domain') }),
        workloadsPlugin.getExtension('entity-content:workloads'),
      ],
      apis: [
        [workloadsApiRef, api],
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
    });
    expect(
      await screen.findByRole('heading', { name: /^8 services/ }),
    ).toBeVisible();
  });

  it.each([
    ['Domain', true],
    ['System', true],
    ['Component', true],
    ['User', false],
    ['API', false],
  ])('offers the tab to a %s: %s', (kind, offered) => {
    const accepts = createExtensionTester(
      workloadsPlugin.getExtension('entity-content:workloads'),
    ).get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(accepts?.(entityOf(kind))).toBe(offered);
  });

  it.each([
    'api:workloads',
    'page:workloads',
    'entity-content:workloads',
    'entity-content:workloads/metrics',
    'entity-card:workloads/usage',
  ] as const)('has the extension %s, which an app may configure', id => {
    expect(() => workloadsPlugin.getExtension(id)).not.toThrow();
  });
});
