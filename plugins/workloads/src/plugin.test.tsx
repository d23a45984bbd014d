import { screen } from '@testing-library/react';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { workloadsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import workloadsPlugin from './index';

const api = InMemoryWorkloadsApi.create(paymentsWorld(Date.now()));
const inMemory = createFrontendModule({
  pluginId: 'workloads',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({ api: workloadsApiRef, deps: {}, factory: () => api }),
    }),
  ],
});

function show(kind: string) {
  renderTestApp({
    features: [workloadsPlugin, inMemory],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'payments', namespace: 'default' },
        },
      }),
    ],
    apis: [mockApis.permission({ authorize: AuthorizeResult.DENY })],
  });
}

describe('the plugin in the new frontend system', () => {
  it('puts the tab on the page of a domain', async () => {
    show('Domain');
    expect(
      await screen.findByRole('heading', { name: /^8 services/ }),
    ).toBeVisible();
  });

  it('leaves the pages of people alone', async () => {
    const before = api.calls().length;
    show('User');
    await screen.findAllByText(/./);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(api.calls()).toHaveLength(before);
  });
});
