import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import workloadsPlugin from '../src';

/* The tab alone, on whatever backend the configuration names: the page that the benchmark of its size measures. */
createDevApp({
  features: [
    workloadsPlugin,
    createFrontendPlugin({
      pluginId: 'measured',
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Domain',
            metadata: { name: 'metropolis', namespace: 'default' },
          },
        }),
      ],
    }),
  ],
});
