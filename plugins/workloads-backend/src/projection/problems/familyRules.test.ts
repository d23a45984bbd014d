import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import { ago, FakeNamespace, Json, NOW, waiting } from '../testUtils';

function only(namespace: FakeNamespace): Workload {
  const workloads = projectNamespace(namespace.rows(), NOW);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

const refused = (message: string): Json => ({
  status: {
    replicas: 1,
    readyReplicas: 1,
    availableReplicas: 1,
    conditions: [
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message,
        lastTransitionTime: ago(7),
      },
    ],
  },
});

describe('pods that may not be created', () => {
  it.each([
    [
      'pods "pricing-7c9d5f-x" is forbidden: exceeded quota: team, requested: limits.memory=1Gi, used: limits.memory=4Gi, limited: limits.memory=4Gi',
      'quota',
      '2 pods cannot be created: quota team is used up for limits.memory',
    ],
    [
      'pods "pricing-7c9d5f-x" is forbidden: failed quota: team: must specify limits.cpu for: app; limits.memory for: app',
      'quota',
      '2 pods cannot be created: quota team asks for limits.cpu to be stated',
    ],
    [
      'admission webhook "images.example.com" denied the request: only signed images',
      'admission',
      '2 pods cannot be created: refused by images.example.com',
    ],
    [
      "pods \"x\" is forbidden: ValidatingAdmissionPolicy 'no-latest' with binding 'all' denied request: no tag",
      'admission',
      '2 pods cannot be created: refused by no-latest',
    ],
    [
      'pods "x" is forbidden: error looking up service account payments-prod/pricing: serviceaccount "pricing" not found',
      'config-missing',
      'No pod can be created: ServiceAccount pricing is missing',
    ],
  ])('%s', (detail, code, message) => {
    const namespace = new FakeNamespace();
    namespace.deployment(
      'pricing',
      3,
      { status: { replicas: 1, readyReplicas: 1, updatedReplicas: 1 } },
      refused(detail),
    );
    const workload = only(namespace);
    expect(workload.health).toBe('failed');
    expect(workload.problems).toMatchObject([
      {
        code,
        message,
        detail,
        since: ago(7),
        object: 'ReplicaSet/pricing-7c9d5f',
      },
    ]);
  });

  it('are read from events where the controller writes no condition', () => {
    const namespace = new FakeNamespace();
    const set = namespace.put(
      'statefulsets',
      namespace.object('trips-db', {
        spec: { replicas: 3 },
        status: { replicas: 2, readyReplicas: 2, updatedReplicas: 3 },
      }),
    );
    namespace.event('StatefulSet', set, {
      reason: 'FailedCreate',
      message:
        'create Pod trips-db-2 in StatefulSet trips-db failed error: pods "trips-db-2" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=9, limited: pods=9',
    });
    expect(only(namespace).problems).toMatchObject([
      {
        code: 'quota',
        since: ago(21),
        message: '1 pod cannot be created: quota pods is used up for pods',
      },
    ]);
  });
});

describe('rollouts', () => {
  it('fail when the deadline has passed, with the cause first', () => {
    const namespace = new FakeNamespace('test-1', 'payments-test');
    const { deployment, replicaSet } = namespace.deployment('risk', 2, {
      status: {
        readyReplicas: 1,
        availableReplicas: 1,
        updatedReplicas: 1,
        replicas: 2,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
            message: 'ReplicaSet "risk-7c9d5f" has timed out progressing.',
            lastUpdateTime: ago(39),
          },
        ],
      },
    });
    expect(deployment).toBeDefined();
    namespace.pod(
      { kind: 'ReplicaSet', of: replicaSet },
      'zzzzz',
      {
        ready: false,
        image: 'registry.example.com/payments/risk:3.1.0-rc.2',
        state: waiting('ErrImagePull', 'manifest unknown'),
      },
      { status: { phase: 'Pending' } },
    );
    expect(only(namespace)).toMatchObject({
      health: 'failed',
      reason: 'Image cannot be pulled',
      problems: [
        { code: 'image-pull' },
        {
          code: 'deadline',
          since: ago(39),
          message:
            'The rollout made no progress in 10 min: 1 of 2 pods updated',
        },
      ],
    });
  });

  it('of a StatefulSet are stuck when a pod stays unready past a Deployment’s patience', () => {
    const namespace = new FakeNamespace();
    const set = namespace.put(
      'statefulsets',
      namespace.object('trips-db', {
        spec: { replicas: 2, updateStrategy: { type: 'RollingUpdate' } },
        status: {
          replicas: 2,
          readyReplicas: 1,
          updatedReplicas: 1,
          currentRevision: 'trips-db-1',
          updateRevision: 'trips-db-2',
        },
      }),
    );
    namespace.pod({ kind: 'StatefulSet', of: set }, '0');
    namespace.pod({ kind: 'StatefulSet', of: set }, '1', { ready: false });
    expect(only(namespace)).toMatchObject({
      health: 'failed',
      reason: 'Rollout is stuck',
      problems: [
        {
          code: 'rollout-stuck',
          since: ago(24),
          message:
            'The rollout waits for a pod that is not ready: 1 of 2 pods updated',
        },
        { code: 'not-ready' },
      ],
    });
  });
});
