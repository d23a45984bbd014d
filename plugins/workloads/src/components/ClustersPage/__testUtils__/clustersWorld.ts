import { Cluster } from '@domaindeck/backstage-plugin-workloads-common';
import { InMemoryWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';

/** A time of the day of the story, in the zone of who reads, so that `14:02` is shown anywhere. */
export function at(hours: number, minutes: number): string {
  return new Date(2026, 10, 23, hours, minutes).toISOString();
}

/** A cluster that is well, with what a test cares about laid over it. */
export function aCluster(name: string, parts: Partial<Cluster> = {}): Cluster {
  return {
    name,
    tier: 'production',
    tags: ['shanghai'],
    state: 'live',
    asOf: at(14, 9),
    capabilities: [],
    kubernetesVersion: 'v1.35.2',
    latencyMs: 40,
    nodes: { ready: 12, total: 12 },
    ...parts,
  };
}

/** One cluster that is silent, one that refuses the portal, one with a sick node, one that is well. */
export function clustersWorld(): InMemoryWorld {
  const sick = aCluster('prod-sh', {
    nodes: { ready: 47, total: 48, cordoned: 1 },
  });
  const silent = aCluster('partner-kl', {
    tier: 'partner',
    tags: ['kuala-lumpur', 'tenant'],
    restricted: true,
    state: 'unreachable',
    asOf: at(14, 2),
    retryAt: at(14, 10),
    reason: 'no answer in 5 s',
    nodes: { ready: 6, total: 6 },
  });
  return {
    inspect: [
      aCluster('dev-1', { tier: 'development', selfService: true }),
      aCluster('test-1', {
        tier: 'testing',
        state: 'denied',
        asOf: undefined,
        nodes: undefined,
        kubernetesVersion: undefined,
        latencyMs: undefined,
        reason: 'the token has expired',
      }),
      sick,
      silent,
    ],
    checks: {
      'prod-sh': {
        cluster: sick,
        clockSkewMs: 312_000,
        nodes: [
          { name: 'sh-w-30', ready: true },
          { name: 'sh-w-32', ready: true, cordoned: true },
          {
            name: 'sh-w-31',
            ready: false,
            reason: 'Kubelet stopped posting node status.',
            since: at(13, 43),
          },
        ],
        items: [
          { id: 'rights.pods', what: 'read pods', outcome: 'ok' },
          {
            id: 'clock',
            what: 'its clock',
            outcome: 'warning',
            message: 'ahead by 5 min',
          },
          {
            id: 'token',
            what: 'its token',
            outcome: 'warning',
            message: 'ends in 9 days',
          },
          {
            id: 'rights.nodes',
            what: 'read nodes',
            outcome: 'missing',
            message: 'nodes is forbidden',
            fix: '- apiGroups: [""]\n  resources: [nodes]\n  verbs: [get, list, watch]\n',
          },
        ],
      },
    },
    unclaimed: [
      {
        cluster: 'prod-sh',
        namespace: 'legacy-batch',
        workloads: 1,
        binding:
          '- domain: my-domain\n  cluster: prod-sh\n  namespaces: [legacy-batch]\n',
      },
      {
        cluster: 'dev-1',
        namespace: 'elsewhere',
        workloads: 2,
        binding: '- domain: my-domain\n',
      },
    ],
  };
}
