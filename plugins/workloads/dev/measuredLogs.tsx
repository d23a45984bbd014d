import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import workloadsPlugin from '../src';

/* The Logs tab alone, as in measured.tsx: the page that the benchmark of logs on a screen measures. */
createDevApp({
  features: [
    workloadsPlugin.withOverrides({
      extensions: [
        workloadsPlugin
          .getExtension('entity-content:workloads')
          .override({ disabled: true }),
        workloadsPlugin
          .getExtension('entity-content:workloads/metrics')
          .override({ disabled: true }),
      ],
    }),
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
