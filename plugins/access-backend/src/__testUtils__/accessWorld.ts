import { Entity } from '@backstage/catalog-model';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';

export const PAYMENTS = 'domain:default/payments';
export const RIDES = 'domain:default/rides';

/** One cluster to develop in, one for production, one of a partner that is restricted. */
export const testClusters = [
  clusterDefinition({ name: 'dev-1', tier: 'development', tags: ['near'] }),
  clusterDefinition({ name: 'prod-sh', tier: 'production', tags: ['near'] }),
  clusterDefinition({
    name: 'partner-kl',
    tier: 'partner',
    tags: ['tenant'],
    restricted: true,
  }),
];

function entity(
  kind: string,
  name: string,
  relations: readonly string[] = [],
  displayName?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: displayName ? { profile: { displayName } } : {},
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}

/** Two domains with their teams, a department above one of them, operators and a partner's people. */
export const testCatalog: readonly Entity[] = [
  entity('Domain', 'payments', ['ownedBy group:default/payments-platform']),
  entity('Domain', 'rides', ['ownedBy group:default/rides-developers']),
  entity('System', 'checkout', [`partOf ${PAYMENTS}`]),
  entity('Component', 'pricing', ['partOf system:default/checkout']),
  entity('Component', 'stray'),
  entity('Group', 'engineering', [], 'Engineering'),
  entity(
    'Group',
    'checkout-engineering',
    ['childOf group:default/engineering', 'hasMember user:default/dev-one'],
    'Checkout engineering',
  ),
  entity(
    'Group',
    'payments-platform',
    ['childOf group:default/engineering', 'hasMember user:default/owner-three'],
    'Payments platform',
  ),
  entity(
    'Group',
    'rides-developers',
    ['hasMember user:default/dev-eight'],
    'Rides developers',
  ),
  entity(
    'Group',
    'quality',
    ['hasMember user:default/tester-two', 'hasMember user:default/tester-six'],
    'Quality',
  ),
  entity('Group', 'platform-operators', ['hasMember user:default/operator']),
  entity('Group', 'administrators', ['hasMember user:default/admin']),
  entity('Group', 'empty'),
  entity('User', 'dev-one', [], 'Dev One'),
  entity('User', 'owner-three', [], 'Owner Three'),
  entity('User', 'dev-eight', [], 'Dev Eight'),
  entity('User', 'tester-two', [], 'Tester Two'),
  entity('User', 'tester-six', [], 'Tester Six'),
  entity('User', 'operator', [], 'Operator'),
  entity('User', 'admin', [], 'Admin'),
  entity('User', 'nobody', [], 'Nobody'),
];

/** The `access` part of the config of the tests. */
export const testAccess = {
  grants: [
    {
      id: 'developers',
      subject: 'group:default/checkout-engineering',
      domains: [PAYMENTS],
      where: { tiers: ['development'] },
      role: 'developer',
    },
    {
      id: 'engineering-looks',
      subject: 'group:default/engineering',
      domains: [PAYMENTS],
      where: { tiers: ['production'] },
      role: 'viewer',
      why: 'everybody helps',
    },
    {
      id: 'operators',
      subject: 'group:default/platform-operators',
      domains: 'all',
      role: 'operator',
    },
    {
      id: 'operators-partner',
      subject: 'group:default/platform-operators',
      domains: 'all',
      where: { clusters: ['partner-kl', 'prod-sh'] },
      role: 'operator',
    },
    {
      id: 'administrators',
      subject: 'group:default/administrators',
      domains: 'all',
      role: 'owner',
    },
  ],
};
