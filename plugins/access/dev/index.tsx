import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import accessPlugin, { accessApiRef } from '../src';
import { InMemoryAccessApi, paymentsAccess } from '../src/testUtils';

/** Who looks: `?as=owner-one`, `?as=dev-eight`; Dev One unless told. `?off` switches permissions off. */
const params = new URLSearchParams(window.location.search);
const api = InMemoryAccessApi.create(
  paymentsAccess({
    caller: `user:default/${params.get('as') ?? 'dev-one'}`,
    permissionsEnabled: !params.has('off'),
  }),
);

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
};

createDevApp({
  features: [
    accessPlugin,
    createFrontendModule({
      pluginId: 'access',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({ api: accessApiRef, deps: {}, factory: () => api }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities: [] }),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'dev',
      extensions: [createTestEntityPage({ entity })],
    }),
  ],
});
