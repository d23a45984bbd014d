import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import {
  logsApiRef,
  metricsApiRef,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryLogsApi,
  InMemoryMetricsApi,
  InMemoryWorkloadsApi,
  logsWorld,
  metricsWorld,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import workloadsPlugin from '../src';

const world = paymentsWorld(Date.now());
const api = InMemoryWorkloadsApi.create(world);

/** Scenes to look at: `?scene=silent`, `?scene=allSilent`, `?scene=loading`, `?scene=empty`, `?scene=many`. */
const scene = new URLSearchParams(window.location.search).get('scene');
const seenAt = new Date(Date.now() - 7 * 60_000).toISOString();
const silence = (names: readonly string[]) =>
  api.set({
    clusters: world.clusters.map(cluster =>
      names.includes(cluster.name)
        ? {
            ...cluster,
            state: 'unreachable',
            asOf: seenAt,
            reason: 'Two probes in a row were not answered',
            retryAt: new Date(Date.now() + 12_000).toISOString(),
          }
        : cluster,
    ),
  });
switch (scene) {
  case 'silent':
    silence(['partner-kl']);
    break;
  case 'allSilent':
    silence(world.clusters.map(cluster => cluster.name));
    break;
  case 'loading':
    api.set({
      clusters: world.clusters.map(cluster =>
        cluster.name === 'dev-1'
          ? cluster
          : { ...cluster, state: 'connecting', asOf: undefined },
      ),
      workloads: world.workloads.filter(w => w.cluster === 'dev-1'),
    });
    break;
  case 'empty':
    api.set({ workloads: [], components: [] });
    break;
  case 'many':
    api.set({
      workloads: Array.from({ length: 60 }, (_, i) =>
        world.workloads.map(w => ({
          ...w,
          id: w.id + i,
          name: `${w.name}-${i}`,
          componentRef: undefined,
        })),
      ).flat(),
    });
    break;
  default:
}

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default' },
  spec: { owner: 'payments-platform' },
};

createDevApp({
  features: [
    workloadsPlugin,
    createFrontendModule({
      pluginId: 'workloads',
      extensions: [
        ApiBlueprint.make({
          name: 'logs',
          params: defineParams =>
            defineParams({
              api: logsApiRef,
              deps: {},
              factory: () => InMemoryLogsApi.create(logsWorld(Date.now())),
            }),
        }),
        ApiBlueprint.make({
          name: 'metrics',
          params: defineParams =>
            defineParams({
              api: metricsApiRef,
              deps: {},
              factory: () => new InMemoryMetricsApi(metricsWorld(Date.now())),
            }),
        }),
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: workloadsApiRef,
              deps: {},
              factory: () => api,
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
