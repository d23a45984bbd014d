import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  metricSourceExtensionPoint,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { createPrometheusMetricSource } from './createPrometheusMetricSource';

/**
 * Reads measures from Prometheus for every cluster whose `metrics.type` is `prometheus`.
 * @public
 */
export const workloadsModulePrometheus = createBackendModule({
  pluginId: 'workloads',
  moduleId: 'prometheus',
  register(reg) {
    reg.registerInit({
      deps: { sources: metricSourceExtensionPoint },
      async init({ sources }) {
        sources.addType('prometheus', options =>
          createPrometheusMetricSource({ ...options, clock: systemClock }),
        );
      },
    });
  },
});
