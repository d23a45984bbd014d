import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { recordedAuditServiceFactory } from '@domaindeck/backstage-plugin-access-node';
import { accessPlugin } from './plugin';

/**
 * The plugin, and the sink by which every plugin of the same backend writes into its record.
 * @public
 */
export const accessFeatures = createBackendFeatureLoader({
  loader: () => [accessPlugin, recordedAuditServiceFactory],
});
