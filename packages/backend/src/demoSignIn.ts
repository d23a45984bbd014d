import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import demoPeople from '@domaindeck/backstage-plugin-auth-backend-module-demo-people';

/**
 * Adds the demo's sign-in where the config names its people, and only there: the module refuses to load outside
 * development, so a portal with a config of its own must not meet it at all.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.demoPeople')) {
      yield demoPeople;
    }
  },
});
