import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  logHistoryExtensionPoint,
  metricSourceExtensionPoint,
} from '@domaindeck/backstage-plugin-workloads-node';
import { ForbiddenOutsideDevelopmentError } from './ForbiddenOutsideDevelopmentError';
import { createDemoLogHistory } from './logs';
import { DemoMetricHistory } from './metrics';

/**
 * Reads what the embedded demo clusters have stored, for every cluster whose `logs.type` or `metrics.type` is `demo`. The backend does not
 * start with it outside development.
 * @public
 */
export const workloadsModuleDemo = createBackendModule({
  pluginId: 'workloads',
  moduleId: 'demo',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        histories: logHistoryExtensionPoint,
        metrics: metricSourceExtensionPoint,
      },
      async init({ config, histories, metrics }) {
        if (process.env.NODE_ENV !== 'development') {
          throw new ForbiddenOutsideDevelopmentError();
        }
        histories.addType('demo', ({ cluster }) =>
          createDemoLogHistory(config, cluster),
        );
        metrics.addType('demo', ({ cluster }) =>
          DemoMetricHistory.fromConfig(config, cluster),
        );
      },
    });
  },
});
