import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

/** Puts the domain payments into the catalog. */
export const catalogModulePayments = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'payments',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'payments',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                {
                  entity: {
                    apiVersion: 'backstage.io/v1alpha1',
                    kind: 'Domain',
                    metadata: {
                      name: 'payments',
                      annotations: {
                        'backstage.io/managed-by-location': 'test:payments',
                        'backstage.io/managed-by-origin-location':
                          'test:payments',
                      },
                    },
                    spec: { owner: 'group:default/payments-platform' },
                  },
                },
              ],
            }),
        });
      },
    });
  },
});
