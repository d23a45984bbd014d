import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  logHistoryExtensionPoint,
  systemClock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { createLokiLogHistory } from './createLokiLogHistory';

/**
 * Reads stored log lines from Loki for every cluster whose `logs.type` is `loki`.
 * @public
 */
export const workloadsModuleLoki = createBackendModule({
  pluginId: 'workloads',
  moduleId: 'loki',
  register(reg) {
    reg.registerInit({
      deps: { histories: logHistoryExtensionPoint },
      async init({ histories }) {
        histories.addType('loki', options =>
          createLokiLogHistory({ ...options, clock: systemClock }),
        );
      },
    });
  },
});
