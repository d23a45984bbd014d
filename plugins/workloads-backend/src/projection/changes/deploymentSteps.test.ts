import { ago, FakeNamespace, Json, overlay, waiting } from '../testUtils';
import { changesOf } from './testUtils/changesOf';

const DAY = 24 * 60;
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
    expect(changesOf(namespace)).toMatchObject([
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
    expect(changesOf(namespace)).toMatchObject([
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
    const told = changesOf(namespace);
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
    const seen = changesOf(namespace, () => ({
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
    expect(changesOf(namespace)).toMatchObject([
      { revision: 4, outcome, reason },
      { outcome: 'superseded' },
    ]);
  });
});
