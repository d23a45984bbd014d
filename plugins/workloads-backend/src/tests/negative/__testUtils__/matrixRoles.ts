import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { JsonObject } from '@backstage/types';
import { DEFAULT_ROLES } from '@domaindeck/backstage-plugin-access-common';

/** Every role that is shipped and two that are not, each held by the person of its name. */
export const MATRIX_ROLES: Readonly<Record<string, readonly string[]>> = {
  ...DEFAULT_ROLES,
  looker: ['workloads.view'],
  nothing: [],
};

/** Sees every place, so that a test can tell when a portal knows them all. */
export const MATRIX_WITNESS = 'viewer-of-all';

const witnessed = { subject: `user:default/${MATRIX_WITNESS}`, role: 'viewer' };

/** What the witness is granted; the partner's cluster is open only to whom names it. */
export const witnessGrants: JsonObject[] = [
  { ...witnessed, domains: 'all' },
  { ...witnessed, domains: 'all', where: { clusters: ['partner-kl'] } },
];

/** Gives each role in one's own domain alone: decisions of it are conditional. */
export const conditionalAccess: JsonObject = {
  roles: { looker: ['workloads.view'], nothing: [] },
  grants: [
    ...Object.keys(MATRIX_ROLES).map(role => ({
      subject: `user:default/${role}`,
      domains: ['domain:default/payments'],
      // The tier of the partner's cluster is named, the cluster is not.
      where: { tiers: ['development', 'partner'] },
      role,
    })),
    ...witnessGrants,
  ],
};

/** A policy of a company's own, without any condition: what the role holds, everywhere. */
export const plainPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'plain',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }, user) => {
            const [, name = ''] = user?.info.userEntityRef.split('/') ?? [];
            const role = name === MATRIX_WITNESS ? 'viewer' : name;
            const verb = permission.name
              .replace('workloads.cluster.', 'workloads.cluster-')
              .replace('.environment.', '.');
            return {
              result:
                permission.name.startsWith('catalog.') ||
                MATRIX_ROLES[role]?.includes(verb)
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            };
          },
        });
      },
    });
  },
});
