import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import demo from '@domaindeck/backstage-plugin-workloads-backend-module-demo';

/**
 * Adds what the embedded clusters have stored where the config names it, and only there: the module refuses to load
 * outside development, so a portal with clusters of its own must not meet it at all.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    const clusters = config.getOptionalConfig('workloads.clusters');
    const isDemo = clusters
      ?.keys()
      .some(name =>
        ['logs', 'metrics'].some(
          part => clusters.getOptionalString(`${name}.${part}.type`) === 'demo',
        ),
      );
    if (isDemo) {
      yield demo;
    }
  },
});
