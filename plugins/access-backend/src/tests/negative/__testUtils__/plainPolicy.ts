import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { Roles } from '@domaindeck/backstage-plugin-access-common';

/** A policy of a company's own, without any condition: what the role of a person's name holds, everywhere. */
export function plainPolicy(roles: Roles) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'plain',
    register(env) {
      env.registerInit({
        deps: { policy: policyExtensionPoint },
        async init({ policy }) {
          policy.setPolicy({
            handle: async ({ permission }, user) => {
              const [, role = ''] = user?.info.userEntityRef.split('/') ?? [];
              const verb = permission.name.replace('.environment.', '.');
              return {
                result:
                  permission.name.startsWith('catalog.') ||
                  roles[role]?.includes(verb)
                    ? AuthorizeResult.ALLOW
                    : AuthorizeResult.DENY,
              };
            },
          });
        },
      });
    },
  });
}
