import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { workloadsApiRef } from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryWorkloadsApi,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import environmentsPlugin, { environmentsApiRef } from '../src';
import {
  InMemoryEnvironmentsApi,
  paymentsEnvironments,
} from '../src/testUtils';

/** Who looks: `?as=tester-two`, `?role=viewer`, `owner` or `stranger`; Dev One, a developer, unless told. */
const params = new URLSearchParams(window.location.search);
const caller = `user:default/${params.get('as') ?? 'dev-one'}`;
const roles = ['viewer', 'developer', 'owner', 'stranger'] as const;
const api = InMemoryEnvironmentsApi.create(
  paymentsEnvironments(Date.now(), {
    caller,
    role: roles.find(one => one === params.get('role')) ?? 'developer',
  }),
);

/** Work goes on by itself, a step every few seconds. */
const STEP_MS = 4_000;
setInterval(
  () => api.world.environments.forEach(({ id }) => api.work(id)),
  STEP_MS,
);

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'payments', namespace: 'default' },
    spec: { owner: 'payments-platform' },
  },
];

createDevApp({
  features: [
    environmentsPlugin.withOverrides({
      extensions: [
        // The page of the domain stands at the root here, and its tab where this page usually is.
        environmentsPlugin
          .getExtension('page:environments')
          .override({ params: { path: '/mine' } }),
      ],
    }),
    createFrontendModule({
      pluginId: 'environments',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: environmentsApiRef,
              deps: {},
              factory: () => api,
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => catalogApiMock({ entities }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        ApiBlueprint.make({
          name: 'identity-of-the-reader',
          params: defineParams =>
            defineParams({
              api: identityApiRef,
              deps: {},
              factory: () => ({
                getBackstageIdentity: async () => ({
                  type: 'user' as const,
                  userEntityRef: caller,
                  ownershipEntityRefs: [caller],
                }),
                getCredentials: async () => ({}),
                getProfileInfo: async () => ({}),
                signOut: async () => {},
              }),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'workloads',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: workloadsApiRef,
              deps: {},
              factory: () =>
                InMemoryWorkloadsApi.create(paymentsWorld(Date.now())),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'dev',
      extensions: [createTestEntityPage({ entity: entities[0] })],
    }),
  ],
});
