import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { logHistoryExtensionPoint } from '@domaindeck/backstage-plugin-workloads-node';
import { ForbiddenOutsideDevelopmentError } from './ForbiddenOutsideDevelopmentError';
import { createDemoLogHistory } from './logs';

/**
 * Reads what the embedded demo clusters have stored, for every cluster whose `logs.type` is `demo`. The backend does not
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
      },
      async init({ config, histories }) {
        if (process.env.NODE_ENV !== 'development') {
          throw new ForbiddenOutsideDevelopmentError();
        }
        histories.addType('demo', ({ cluster }) =>
          createDemoLogHistory(config, cluster),
        );
      },
    });
  },
});
