import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

const ANNOTATIONS = {
  'backstage.io/managed-by-location': 'test:company',
  'backstage.io/managed-by-origin-location': 'test:company',
};

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations: ANNOTATIONS },
    spec,
  };
}

function group(name: string, ...members: string[]): Entity {
  return entity('Group', name, { type: 'department', children: [], members });
}

const ENTITIES = [
  entity('Domain', 'payments', { owner: 'group:default/payments-platform' }),
  entity('Domain', 'rides', { owner: 'group:default/rides-developers' }),
  group('payments-platform', 'owner-three'),
  group('rides-developers', 'dev-eight'),
  group('checkout-engineering', 'dev-one'),
  group('partner-integration', 'partner-four'),
];

/** Puts two domains and a few departments into the catalog. */
export const catalogModuleCompany = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'company',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'company',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: ENTITIES.map(one => ({ entity: one })),
            }),
        });
      },
    });
  },
});
