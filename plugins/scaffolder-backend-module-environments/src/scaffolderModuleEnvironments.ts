import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { systemClock } from '@domaindeck/backstage-plugin-workloads-node';
import { environmentsOnBehalfOf } from './access/environmentsOnBehalfOf';
import { createEnvironmentAction } from './actions/createEnvironmentAction';
import { deleteEnvironmentAction } from './actions/deleteEnvironmentAction';
import { extendEnvironmentAction } from './actions/extendEnvironmentAction';
import { updateEnvironmentAction } from './actions/updateEnvironmentAction';

/**
 * `environment:create`, `environment:update`, `environment:extend` and `environment:delete`, each as the person who runs
 * the template.
 * @public
 */
export const scaffolderModuleEnvironments = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'environments',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        const options = {
          environments: environmentsOnBehalfOf({ auth, discovery, fetch }),
          clock: systemClock,
          portalUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
        };
        actions.addActions(
          createEnvironmentAction(options),
          updateEnvironmentAction(options),
          extendEnvironmentAction(options),
          deleteEnvironmentAction(options),
        );
      },
    });
  },
});
