import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import {
  ago,
  contractSchema,
  FakeNamespace,
  Json,
  NOW,
  overlay,
  waiting,
} from '../testUtils';
import { projectChanges } from './projectChanges';
import { WorkloadMemory } from './types';

const HOUR = 60;
const DAY = 24 * HOUR;
const REVISION = 'deployment.kubernetes.io/revision';

function template(version: string, restartedAt?: string): Json {
  return {
    ...(restartedAt && {
      metadata: {
        annotations: { 'kubectl.kubernetes.io/restartedAt': restartedAt },
      },
    }),
    spec: {
      containers: [{ name: 'app', image: `r.example.com/pricing:${version}` }],
    },
  };
}

interface Past {
  readonly revision: number;
  readonly version: string;
  readonly minutes: number;
  readonly over?: Json;
}

/** Puts a ReplicaSet of the past, or a taken-back one, under a Deployment. */
function replicaSet(
  namespace: FakeNamespace,
  deployment: Json,
  { revision, version, minutes, over = {} }: Past,
): void {
  namespace.put(
    'replicasets',
    namespace.object(
      `pricing-${version}`,
      overlay(
        {
          metadata: {
            creationTimestamp: ago(minutes),
            annotations: { [REVISION]: String(revision) },
          },
          spec: { replicas: 0, template: template(version) },
        },
        over,
      ),
      { kind: 'Deployment', of: deployment },
    ),
  );
}

/** The changes of a namespace, newest first. */
function changes(
  namespace: FakeNamespace,
  memory: (uid: string) => WorkloadMemory | undefined = () => undefined,
): Change[] {
  const rows = namespace.rows();
  const workloads = projectNamespace(rows, NOW);
  const found = projectChanges(rows, {
    tier: 'production',
    workloads,
    memory: new Map(
      workloads.flatMap(({ uid }) => {
        const known = memory(uid);
        return known ? [[uid, known] as const] : [];
      }),
    ),
  });
  const schema = contractSchema('Change');
  for (const change of found) {
    schema.parse(JSON.parse(JSON.stringify(change)));
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

describe('releases of a Deployment', () => {
  it('are told from revision to revision', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment(
      'pricing',
      3,
      { metadata: { annotations: { 'domaindeck.io/changed-by': 'Dev One' } } },
      { spec: { template: template('5.2.1') } },
    );
    replicaSet(namespace, deployment, {
      revision: 3,
      version: '5.2.0',
      minutes: 9 * DAY,
      over: {
        metadata: { annotations: { 'kubernetes.io/change-cause': 'ship it' } },
      },
    });
    replicaSet(namespace, deployment, {
      revision: 1,
      version: '5.1.9',
      minutes: 90 * DAY,
    });
    expect(changes(namespace)).toMatchObject([
      {
        id: 'prod-sh/payments-prod/Deployment/pricing/release/4',
        type: 'release',
        form: 'image',
        at: ago(24),
        environment: 'prod-sh/payments-prod',
        tier: 'production',
        workload: 'prod-sh/payments-prod/Deployment/pricing',
        object: { kind: 'Deployment', name: 'pricing' },
        revision: 4,
        from: '5.2.0',
        to: '5.2.1',
        images: [
          {
            container: 'app',
            from: 'r.example.com/pricing:5.2.0',
            to: 'r.example.com/pricing:5.2.1',
          },
        ],
        outcome: 'succeeded',
        who: 'Dev One',
      },
      { revision: 3, from: '5.1.9', outcome: 'superseded', cause: 'ship it' },
      {
        revision: 1,
        form: 'first',
        to: '5.1.9',
        outcome: 'superseded',
        images: [{ container: 'app', to: 'r.example.com/pricing:5.1.9' }],
      },
    ]);
  });

  it('tell a restart and a new configuration from a new image', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment(
      'pricing',
      3,
      {},
      { spec: { template: template('5.2.0', ago(24)) } },
    );
    replicaSet(namespace, deployment, {
      revision: 3,
      version: '5.2.0',
      minutes: DAY,
    });
    replicaSet(namespace, deployment, {
      revision: 2,
      version: '5.2.0',
      minutes: 2 * DAY,
      over: { metadata: { name: 'pricing-other' } },
    });
    expect(changes(namespace)).toMatchObject([
      { form: 'restart', from: '5.2.0', to: '5.2.0', images: [] },
      { form: 'configuration', images: [] },
      { form: 'image', images: [], to: '5.2.0' },
    ]);
  });

  it('know a revision that was taken back, and when', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment(
      'pricing',
      3,
      {},
      {
        metadata: {
          annotations: {
            [REVISION]: '6',
            'deployment.kubernetes.io/revision-history': '4',
          },
        },
        spec: { template: template('5.2.1') },
      },
    );
    replicaSet(namespace, deployment, {
      revision: 7,
      version: '5.2.0',
      minutes: 9 * DAY,
      over: {
        metadata: {
          annotations: {
            'deployment.kubernetes.io/revision-history': '2,5',
          },
        },
      },
    });
    const told = changes(namespace);
    // The rollout was finished 22 minutes ago; when revision 5 began nobody knows.
    expect(told).toMatchObject([
      {
        revision: 7,
        form: 'rollback',
        from: '5.2.1',
        to: '5.2.0',
        at: ago(22),
      },
      { revision: 4, from: '5.2.0', to: '5.2.1' },
      { revision: 2, form: 'image', at: ago(9 * DAY) },
    ]);
    const seen = changes(namespace, () => ({
      since: ago(DAY),
      sightings: [
        { type: 'release', at: ago(23), revision: 7, from: [], to: [] },
        { type: 'release', at: ago(50), revision: 5, from: [], to: [] },
      ],
    }));
    expect(seen.map(({ at }) => at)).toEqual([
      ago(23),
      ago(24),
      ago(50),
      ago(9 * DAY),
    ]);
  });

  it.each([
    ['in-progress', {}, 'Rolling out, 2 to go'],
    [
      'failed',
      { ready: false, state: waiting('ErrImagePull', 'not found') },
      'Image cannot be pulled',
    ],
  ])('are %s while pods are replaced', (outcome, container, reason) => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment(
      'pricing',
      3,
      {
        status: {
          updatedReplicas: 1,
          replicas: 4,
          conditions: [
            {
              type: 'Progressing',
              status: 'True',
              reason: 'ReplicaSetUpdated',
              lastUpdateTime: ago(1),
            },
          ],
        },
      },
      { status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 } },
    );
    replicaSet(namespace, deployment, {
      revision: 3,
      version: '5.2.0',
      minutes: DAY,
    });
    namespace.pod({ kind: 'Deployment', of: deployment }, 'x', container);
    expect(changes(namespace)).toMatchObject([
      { revision: 4, outcome, reason },
      { outcome: 'superseded' },
    ]);
  });
});

describe('scalings', () => {
  function scaled(
    namespace: FakeNamespace,
    about: Json,
    text: string,
    minutes: number,
  ) {
    namespace.event('Deployment', about, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled ${text}`,
      firstTimestamp: ago(minutes),
      lastTimestamp: ago(minutes),
    });
  }

  it('are read from the events of the current ReplicaSet, a rollout’s own moves left out', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 5);
    scaled(namespace, deployment, 'up replica set pricing-old to 9', 50);
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 1',
      24,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 3 to 2',
      23,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 1 to 3',
      23,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 2 to 0',
      22,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 3 to 8',
      10,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-7c9d5f from 8 to 5',
      5,
    );
    expect(
      changes(namespace).filter(({ type }) => type === 'scaling'),
    ).toMatchObject([
      { at: ago(5), from: 8, to: 5, outcome: 'succeeded' },
      { at: ago(10), from: 3, to: 8, outcome: 'superseded' },
    ]);
  });

  it('do not take the first pods of a release that stops the old ones first for one', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 3);
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 3 to 0',
      25,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 3',
      24,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-7c9d5f from 3 to 0',
      9,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 3',
      8,
    );
    expect(
      changes(namespace).filter(({ type }) => type === 'scaling'),
    ).toMatchObject([
      { from: 0, to: 3 },
      { from: 3, to: 0 },
    ]);
  });

  it('are known better once the workload is watched, and say that an autoscaler did it', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 5, {
      status: {
        replicas: 4,
        updatedReplicas: 4,
        readyReplicas: 4,
        availableReplicas: 4,
      },
    });
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 3 to 5',
      10,
    );
    const autoscaler = namespace.put(
      'horizontalpodautoscalers',
      namespace.object('pricing', {
        spec: {
          maxReplicas: 8,
          scaleTargetRef: { kind: 'Deployment', name: 'pricing' },
        },
      }),
    );
    namespace.event('HorizontalPodAutoscaler', autoscaler, {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: 'New size: 5; reason: cpu above target',
      lastTimestamp: ago(10),
    });
    const sighting = { type: 'scaling', at: ago(9.9), from: 3, to: 5 } as const;
    expect(
      changes(namespace, () => ({ since: ago(60), sightings: [sighting] })),
    ).toMatchObject([
      {
        type: 'scaling',
        at: sighting.at,
        from: 3,
        to: 5,
        who: 'HorizontalPodAutoscaler/pricing',
        outcome: 'in-progress',
        reason: 'Starting, 1 to go',
      },
      { type: 'release' },
    ]);
    expect(changes(namespace)).toMatchObject([
      { at: ago(10), from: 3, to: 5, who: 'HorizontalPodAutoscaler/pricing' },
      { type: 'release' },
    ]);
  });
});

describe('releases of what keeps no ReplicaSets', () => {
  const set = (namespace: FakeNamespace, over: Json = {}) =>
    namespace.put(
      'statefulsets',
      namespace.object(
        'trips-db',
        overlay(
          {
            metadata: { generation: 4, creationTimestamp: ago(9 * DAY) },
            spec: { replicas: 2, template: template('9.1') },
            status: {
              replicas: 2,
              readyReplicas: 2,
              updatedReplicas: 2,
              observedGeneration: 4,
            },
          },
          over,
        ),
      ),
    );
  const pod = (
    namespace: FakeNamespace,
    of: Json,
    ordinal: number,
    version: string,
    minutes: number,
  ) =>
    namespace.pod(
      { kind: 'StatefulSet', of },
      String(ordinal),
      { image: `r.example.com/pricing:${version}` },
      {
        metadata: {
          creationTimestamp: ago(minutes),
          labels: { 'controller-revision-hash': version },
        },
      },
    );

  it('are told by pods of two releases, but not by pods that were merely replaced', () => {
    const replaced = new FakeNamespace();
    const whole = set(replaced);
    pod(replaced, whole, 0, '9.1', 5);
    pod(replaced, whole, 1, '9.1', 4);
    expect(changes(replaced)).toEqual([]);

    const rolling = new FakeNamespace();
    const half = set(rolling);
    pod(rolling, half, 0, '9.0', DAY);
    pod(rolling, half, 1, '9.1', 4);
    expect(changes(rolling)).toMatchObject([
      { type: 'release', at: ago(4), from: '9.0', to: '9.1', form: 'image' },
    ]);
  });

  it('are remembered when they were seen, and date from the creation when nothing was ever changed', () => {
    const namespace = new FakeNamespace();
    set(namespace, { metadata: { generation: 1 } });
    const image = (version: string) => ({
      container: 'app',
      image: `r.example.com/pricing:${version}`,
      tag: version,
    });
    expect(
      changes(namespace, () => ({
        since: ago(60),
        sightings: [
          {
            type: 'release',
            at: ago(20),
            from: [image('9.0')],
            to: [image('9.1')],
          },
        ],
      })),
    ).toMatchObject([
      { at: ago(20), from: '9.0', to: '9.1', outcome: 'succeeded' },
      { at: ago(9 * DAY), form: 'first', outcome: 'superseded' },
    ]);
  });

  it('have failed when a failure began soon after', () => {
    const namespace = new FakeNamespace();
    const of = set(namespace, {
      metadata: { generation: 1, creationTimestamp: ago(5) },
      status: { readyReplicas: 1 },
    });
    namespace.pod(
      { kind: 'StatefulSet', of },
      '1',
      { ready: false, state: waiting('ImagePullBackOff', 'not found') },
      { status: { phase: 'Pending', startTime: ago(5) } },
    );
    expect(changes(namespace)).toMatchObject([
      { outcome: 'failed', reason: 'Image cannot be pulled' },
    ]);
  });
});
