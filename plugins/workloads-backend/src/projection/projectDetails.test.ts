import { projectDetails } from './projectDetails';
import { projectNamespace } from './projectNamespace';
import { ago, FakeNamespace, Json, NOW } from './testUtils';

const DAY = 60 * 24;

function revision(
  namespace: FakeNamespace,
  deployment: Json,
  number: number,
  version: string,
  minutes: number,
): void {
  namespace.put(
    'replicasets',
    namespace.object(
      `pricing-${number}`,
      {
        metadata: {
          creationTimestamp: ago(minutes),
          annotations: {
            'deployment.kubernetes.io/revision': String(number),
            'kubernetes.io/change-cause': `run ${number}`,
          },
        },
        spec: {
          replicas: 0,
          template: {
            spec: {
              containers: [{ name: 'app', image: `pricing:${version}` }],
            },
          },
        },
      },
      { kind: 'Deployment', of: deployment },
    ),
  );
}

function details(namespace: FakeNamespace) {
  const rows = namespace.rows();
  const [workload] = projectNamespace(rows, NOW);
  return { workload, ...projectDetails(rows, workload) };
}

describe('releases of a Deployment', () => {
  it('are its ReplicaSets, newest revision first', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 3);
    revision(namespace, deployment, 2, '5.1.9', 23 * DAY);
    revision(namespace, deployment, 3, '5.2.0', 9 * DAY);
    const { releases, workload } = details(namespace);
    expect(releases).toMatchObject([
      {
        revision: 4,
        version: '5.2.1',
        at: ago(24),
        current: true,
        replicas: { desired: 3, ready: 3 },
      },
      {
        revision: 3,
        version: '5.2.0',
        at: ago(9 * DAY),
        current: false,
        cause: 'run 3',
      },
      { revision: 2, version: '5.1.9', current: false },
    ]);
    expect(workload.changedAt).toBe(ago(24));
  });

  it('take the rollout’s time when an old ReplicaSet is used again', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 3);
    revision(namespace, deployment, 5, '5.2.0', 9 * DAY);
    const { releases, workload } = details(namespace);
    expect(releases[0]).toMatchObject({
      revision: 5,
      version: '5.2.0',
      at: ago(22),
      current: true,
    });
    expect(workload.changedAt).toBe(ago(22));
  });
});

describe('releases of the other kinds', () => {
  it('of a StatefulSet are told by its pods', () => {
    const namespace = new FakeNamespace();
    const set = namespace.put(
      'statefulsets',
      namespace.object('trips-db', {
        spec: { replicas: 2 },
        status: { updateRevision: 'trips-db-b', currentRevision: 'trips-db-a' },
      }),
    );
    for (const [ordinal, hash, image, minutes] of [
      ['0', 'trips-db-a', 'db:1.0.0', 600],
      ['1', 'trips-db-b', 'db:1.1.0', 5],
    ] as const) {
      namespace.pod(
        { kind: 'StatefulSet', of: set },
        ordinal,
        { image },
        {
          metadata: {
            creationTimestamp: ago(minutes),
            labels: { 'controller-revision-hash': hash },
          },
        },
      );
    }
    const { releases, conditions } = details(namespace);
    expect(releases).toMatchObject([
      {
        revision: 2,
        version: '1.1.0',
        at: ago(5),
        current: true,
        replicas: { ready: 1 },
      },
      { revision: 1, version: '1.0.0', at: ago(600), current: false },
    ]);
    expect(conditions).toMatchObject([
      { type: 'Available', status: 'False', good: false },
      { type: 'Progressing', status: 'True', good: true },
    ]);
  });

  it('of a CronJob begin with the first Job of an image', () => {
    const namespace = new FakeNamespace();
    const template = (version: string) => ({
      template: {
        spec: { containers: [{ name: 'run', image: `settlement:${version}` }] },
      },
    });
    const cron = namespace.put(
      'cronjobs',
      namespace.object('settlement', {
        spec: { jobTemplate: { spec: template('1.1.0') } },
      }),
    );
    for (const [name, version, days] of [
      ['a', '1.0.0', 3],
      ['b', '1.1.0', 2],
      ['c', '1.1.0', 1],
    ] as const) {
      namespace.put(
        'jobs',
        namespace.object(
          name,
          {
            metadata: { creationTimestamp: ago(days * DAY) },
            spec: template(version),
          },
          { kind: 'CronJob', of: cron },
        ),
      );
    }
    const { releases, workload } = details(namespace);
    expect(releases).toMatchObject([
      { version: '1.1.0', at: ago(2 * DAY), current: true },
      { version: '1.0.0', at: ago(3 * DAY), current: false },
    ]);
    expect(workload.changedAt).toBe(ago(2 * DAY));
  });

  it.each([
    [1, 31 * DAY],
    [2, 60],
  ])(
    'of a CronJob of generation %d date from %d minutes ago',
    (generation, minutes) => {
      const namespace = new FakeNamespace();
      const spec = {
        template: {
          spec: { containers: [{ name: 'run', image: 'settlement:1.1.0' }] },
        },
      };
      const cron = namespace.put(
        'cronjobs',
        namespace.object('settlement', {
          metadata: { generation, creationTimestamp: ago(31 * DAY) },
          spec: { jobTemplate: { spec } },
        }),
      );
      namespace.put(
        'jobs',
        namespace.object(
          'settlement-1',
          { metadata: { creationTimestamp: ago(60) }, spec },
          { kind: 'CronJob', of: cron },
        ),
      );
      expect(details(namespace).workload.changedAt).toBe(ago(minutes));
    },
  );
});

describe('the rest of a panel', () => {
  it('judges conditions and shows the autoscaler and the owner', () => {
    const namespace = new FakeNamespace();
    namespace.deployment('gateway', 3, {
      metadata: {
        ownerReferences: [
          { kind: 'Service', name: 'edge', uid: 'knative', controller: true },
        ],
      },
      status: {
        conditions: [
          { type: 'Available', status: 'False', lastTransitionTime: ago(3) },
          { type: 'ReplicaFailure', status: 'False' },
          { type: 'constructor', status: 'True' },
        ],
      },
    });
    namespace.put(
      'horizontalpodautoscalers',
      namespace.object('gateway', {
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'gateway' },
          minReplicas: 3,
          maxReplicas: 8,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { averageUtilization: 70 } },
            },
          ],
        },
        status: { currentReplicas: 3, desiredReplicas: 3 },
      }),
    );
    const { conditions, owners, autoscaler } = details(namespace);
    expect(conditions).toEqual([
      { type: 'Available', status: 'False', good: false, since: ago(3) },
      { type: 'ReplicaFailure', status: 'False', good: true },
      { type: 'constructor', status: 'True' },
    ]);
    expect(owners).toEqual([{ kind: 'Service', name: 'edge' }]);
    expect(autoscaler).toEqual({
      name: 'gateway',
      min: 3,
      max: 8,
      current: 3,
      desired: 3,
      metrics: [{ name: 'cpu', target: '70 %' }],
    });
  });

  it('is empty for a workload that has gone', () => {
    expect(projectDetails(new FakeNamespace().rows(), { uid: 'gone' })).toEqual(
      {
        conditions: [],
        releases: [],
        owners: [],
      },
    );
  });

  it.each<[string, Json, Json | undefined]>([
    ['nobody', {}, undefined],
    [
      'Argo CD',
      {
        annotations: {
          'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:ns/pricing',
        },
      },
      { kind: 'argocd', name: 'shop' },
    ],
    [
      'Flux before the Helm release that it makes',
      {
        labels: {
          'helm.toolkit.fluxcd.io/name': 'shop-release',
          'app.kubernetes.io/managed-by': 'Helm',
        },
        annotations: { 'meta.helm.sh/release-name': 'shop' },
      },
      { kind: 'flux', name: 'shop-release' },
    ],
    [
      'Helm',
      {
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'shop' },
      },
      { kind: 'helm', name: 'shop' },
    ],
    [
      'a platform of the company',
      { labels: { 'app.kubernetes.io/managed-by': 'release-platform' } },
      { kind: 'platform', name: 'release-platform' },
    ],
  ])('says who manages it: %s', (_, metadata, expected) => {
    const namespace = new FakeNamespace();
    namespace.deployment('pricing', 1, { metadata });
    expect(details(namespace).workload.managedBy).toEqual(expected);
  });

  it('takes the digest of latest from the newest pod', () => {
    const namespace = new FakeNamespace();
    const image = 'registry.example.com/payments/pricing:latest';
    const { replicaSet } = namespace.deployment('pricing', 1, {
      spec: { template: { spec: { containers: [{ name: 'app', image }] } } },
    });
    namespace.pod({ kind: 'ReplicaSet', of: replicaSet }, 'aaaaa', { image });
    const { workload } = details(namespace);
    expect(workload.version).toBe('4f2a91c7d0aa');
    expect(workload.pods[0].version).toBe('4f2a91c7d0aa');
    expect(workload.images[0]).toMatchObject({ image, tag: 'latest' });
  });
});
