import {
  Container,
  Pod,
  Workload,
  WorkloadDetail,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  anEnvironment,
  aWorkload,
  InMemoryWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';

/** A time of the day of the story, in the zone of who reads, so that `13:48` is shown anywhere. */
export function at(hours: number, minutes: number, seconds = 0): string {
  return new Date(2026, 10, 23, hours, minutes, seconds).toISOString();
}

/** A container that runs, with what a test cares about laid over it. */
export function aContainer(parts: Partial<Container> = {}): Container {
  return {
    name: 'app',
    role: 'main',
    state: 'running',
    ready: true,
    restarts: 0,
    ...parts,
  };
}

/** A pod that runs, with what a test cares about laid over it. */
export function aPod(name: string, parts: Partial<Pod> = {}): Pod {
  return {
    name,
    uid: `uid-${name}`,
    phase: 'Running',
    ready: true,
    restarts: 0,
    node: 'sh-w-07',
    startedAt: at(13, 45),
    containers: [aContainer()],
    ...parts,
  };
}

/** pricing in production: one of three pods keeps running out of memory since four minutes after a release. */
export const pricing: Workload = aWorkload({
  cluster: 'prod-sh',
  namespace: 'payments-prod',
  name: 'pricing',
  version: '5.2.1',
  componentRef: 'component:default/pricing',
  systemRef: 'system:default/checkout',
  health: 'failed',
  restarts: 6,
  replicas: { desired: 3, ready: 2, updated: 3, available: 2 },
  changedAt: at(13, 44),
  problems: [
    {
      code: 'out-of-memory',
      message: '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      object: 'Pod/pricing-7c9d5f-x2kqp',
      container: 'app',
      since: at(13, 48),
      detail: 'OOMKilled',
      params: { pods: 1, total: 3, limit: 512 * 1024 * 1024, exitCode: 137 },
    },
  ],
  pods: [
    aPod('pricing-7c9d5f-8mfdt'),
    aPod('pricing-7c9d5f-q7rzn'),
    aPod('pricing-7c9d5f-x2kqp', {
      phase: 'CrashLoopBackOff',
      ready: false,
      restarts: 6,
      containers: [
        aContainer({
          name: 'schema-check',
          role: 'init',
          state: 'ended',
          exitCode: 0,
        }),
        aContainer({
          state: 'waiting',
          ready: false,
          restarts: 6,
          reason: 'CrashLoopBackOff',
          message:
            'back-off 1m20s restarting failed container=app pod=pricing-7c9d5f-x2kqp',
          lastEnd: { reason: 'OOMKilled', exitCode: 137, at: at(14, 8, 11) },
        }),
        aContainer({ name: 'proxy', role: 'sidecar' }),
      ],
    }),
  ],
});

/** The same service where it is well. */
export const pricingInDevelopment: Workload = aWorkload({
  cluster: 'dev-1',
  namespace: 'payments-dev',
  name: 'pricing',
  version: '5.3.0',
  componentRef: 'component:default/pricing',
  changedAt: at(10, 2),
  pods: [aPod('pricing-1-a'), aPod('pricing-1-b')],
});

/** Last known of a cluster that does not answer. */
export const pricingAtPartner: Workload = aWorkload({
  cluster: 'partner-kl',
  namespace: 'payments-partner',
  name: 'pricing',
  version: '5.2.0',
  componentRef: 'component:default/pricing',
  health: 'unknown',
  pods: [aPod('pricing-2-a'), aPod('pricing-2-b')],
});

/** Details of {@link pricing}. */
export const pricingDetail: Partial<WorkloadDetail> = {
  releases: [
    {
      revision: 8,
      version: '5.2.1',
      images: [
        {
          container: 'app',
          image: 'registry.example.com/payments/pricing:5.2.1',
          tag: '5.2.1',
        },
        {
          container: 'proxy',
          image: 'registry.example.com/proxy:1.30.4',
          tag: '1.30.4',
        },
      ],
      at: at(13, 44),
      current: true,
      replicas: { desired: 3, ready: 2, updated: 3, available: 2 },
    },
    {
      revision: 7,
      version: '5.2.0',
      images: [
        {
          container: 'app',
          image: 'registry.example.com/payments/pricing:5.2.0',
          tag: '5.2.0',
        },
        {
          container: 'proxy',
          image: 'registry.example.com/proxy:1.30.4',
          tag: '1.30.4',
        },
      ],
      at: new Date(2026, 10, 14, 9, 0).toISOString(),
      current: false,
    },
  ],
  conditions: [
    {
      type: 'Available',
      status: 'False',
      good: false,
      message: 'Deployment does not have minimum availability.',
      since: at(13, 48),
    },
    {
      type: 'Progressing',
      status: 'True',
      good: true,
      reason: 'NewReplicaSetAvailable',
    },
  ],
  autoscaler: {
    name: 'pricing',
    min: 2,
    max: 6,
    current: 3,
    desired: 3,
    metrics: [{ name: 'CPU', current: '31 %', target: '70 %' }],
  },
};

/** Events of {@link pricing}, newest first. */
export const pricingEvents: WorkloadEvent[] = [
  {
    id: 'e1',
    cluster: 'prod-sh',
    namespace: 'payments-prod',
    type: 'Warning',
    reason: 'BackOff',
    message:
      'Back-off restarting failed container app in pod pricing-7c9d5f-x2kqp_payments-prod(uid)',
    object: { kind: 'Pod', name: 'pricing-7c9d5f-x2kqp' },
    workload: pricing.id,
    count: 14,
    lastAt: at(14, 8, 51),
  },
  {
    id: 'e2',
    cluster: 'prod-sh',
    namespace: 'payments-prod',
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: 'Scaled up replica set pricing-7c9d5f from 2 to 3',
    object: { kind: 'Deployment', name: 'pricing' },
    workload: pricing.id,
    count: 1,
    lastAt: at(13, 44, 31),
  },
];

/** Everything about pricing in its three environments; it does not run in testing. */
export function pricingWorld(): InMemoryWorld {
  return {
    clusters: [
      { name: 'dev-1', tier: 'development', state: 'live', asOf: at(14, 9) },
      { name: 'test-1', tier: 'testing', state: 'live', asOf: at(14, 9) },
      { name: 'prod-sh', tier: 'production', state: 'live', asOf: at(14, 9) },
      {
        name: 'partner-kl',
        tier: 'partner',
        state: 'unreachable',
        asOf: at(14, 2),
        retryAt: at(14, 10),
        reason: 'no answer in 5 s',
      },
    ],
    environments: [
      anEnvironment({
        cluster: 'dev-1',
        namespace: 'payments-dev',
        tier: 'development',
      }),
      anEnvironment({
        cluster: 'test-1',
        namespace: 'payments-test',
        tier: 'testing',
      }),
      anEnvironment({
        cluster: 'prod-sh',
        namespace: 'payments-prod',
        tier: 'production',
      }),
      anEnvironment({
        cluster: 'partner-kl',
        namespace: 'payments-partner',
        tier: 'partner',
      }),
    ],
    workloads: [pricingInDevelopment, pricing, pricingAtPartner],
    details: { [pricing.id]: pricingDetail },
    events: pricingEvents,
    objects: {
      'prod-sh/payments-prod/deployments/pricing': {
        object: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'pricing', namespace: 'payments-prod' },
          spec: { replicas: 3 },
        },
        readAt: at(14, 9),
      },
    },
  };
}
