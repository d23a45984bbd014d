import { Entity } from '@backstage/catalog-model';
import {
  Binding,
  ClusterDefinition,
} from '@domaindeck/backstage-plugin-workloads-node';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { entity } from './entity';
import { InMemoryClusterReader } from './InMemoryClusterReader';
import {
  deploymentObject,
  eventObject,
  namespaceObject,
} from './kubernetesObjects';

/** Three clusters: one for developing, one for production, one restricted. */
export const demoClusters: readonly ClusterDefinition[] = [
  clusterDefinition({ name: 'dev-1', tier: 'development', selfService: true }),
  clusterDefinition({
    name: 'prod-sh',
    tier: 'production',
    tags: ['shanghai'],
  }),
  clusterDefinition({
    name: 'partner-kl',
    tier: 'partner',
    tags: ['tenant'],
    restricted: true,
  }),
];

/** Production and the partner are bound by config, development by labels. */
export const demoBindings: readonly Binding[] = [
  {
    domainRef: 'domain:default/payments',
    cluster: 'prod-sh',
    namespaces: ['payments-prod'],
  },
  {
    domainRef: 'domain:default/payments',
    cluster: 'partner-kl',
    namespaces: ['payments-partner'],
  },
];

/**
 * Two domains with their departments. `payments` has the systems checkout (pricing, risk) and books (ledger); `rides`
 * has dispatch (matching); `stray` belongs to no system.
 */
export const demoCatalog: readonly Entity[] = [
  entity('Domain', 'payments', ['ownedBy group:default/payments-platform']),
  entity('Domain', 'rides', ['ownedBy group:default/rides-developers']),
  entity('System', 'checkout', ['partOf domain:default/payments']),
  entity('System', 'books', ['partOf domain:default/payments']),
  entity('System', 'dispatch', ['partOf domain:default/rides']),
  entity('Component', 'pricing', ['partOf system:default/checkout']),
  entity('Component', 'risk', ['partOf system:default/checkout']),
  entity('Component', 'ledger', ['partOf system:default/books']),
  entity('Component', 'matching', ['partOf system:default/dispatch']),
  entity('Component', 'stray'),
  entity('Group', 'engineering'),
  entity('Group', 'payments-platform', [
    'childOf group:default/engineering',
    'hasMember user:default/owner-three',
  ]),
  entity('Group', 'checkout-engineering', [
    'childOf group:default/engineering',
    'hasMember user:default/dev-one',
  ]),
  entity('Group', 'rides-developers', [
    'childOf group:default/engineering',
    'hasMember user:default/dev-eight',
  ]),
  entity('Group', 'platform-operators', ['hasMember user:default/operator']),
  entity('User', 'dev-one'),
];

/** The clusters' objects: payments in all three, rides in development, and a namespace that nobody claims. */
export function demoReader(): InMemoryClusterReader {
  const reader = InMemoryClusterReader.create();
  for (const { name, tier } of demoClusters) {
    reader.setStatus({
      name,
      tier,
      state: 'live',
      asOf: '2026-11-01T00:00:00Z',
    });
  }
  const domain = (name: string) => ({ 'domaindeck.io/domain': name });
  reader.put(
    'dev-1',
    'namespaces',
    namespaceObject('payments-dev', domain('payments')),
  );
  reader.put(
    'dev-1',
    'namespaces',
    namespaceObject('rides-dev', domain('rides')),
  );
  reader.put('dev-1', 'namespaces', namespaceObject('legacy-batch'));
  reader.put('dev-1', 'namespaces', namespaceObject('kube-system'));
  reader.put('prod-sh', 'namespaces', namespaceObject('payments-prod'));
  reader.put('partner-kl', 'namespaces', namespaceObject('payments-partner'));
  for (const [cluster, namespace] of [
    ['dev-1', 'payments-dev'],
    ['prod-sh', 'payments-prod'],
    ['partner-kl', 'payments-partner'],
  ]) {
    for (const name of ['pricing', 'risk', 'ledger']) {
      reader.put(cluster, 'deployments', deploymentObject(namespace, name));
      reader.put(
        cluster,
        'events',
        eventObject(namespace, name, {
          reason: 'ScalingReplicaSet',
          at: '2026-10-31T23:00:00Z',
        }),
      );
    }
  }
  reader.put('dev-1', 'deployments', deploymentObject('rides-dev', 'matching'));
  reader.put('dev-1', 'deployments', deploymentObject('legacy-batch', 'job'));
  reader.put('dev-1', 'deployments', deploymentObject('kube-system', 'dns'));
  return reader;
}
