import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import {
  ago,
  FakeNamespace,
  Json,
  NOW,
  terminated,
  waiting,
} from '../testUtils';

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

describe('jobs', () => {
  const ended = (type: string, reason: string, minutes: number): Json => ({
    conditions: [
      {
        type,
        status: 'True',
        reason,
        message: `Job has reached: ${reason}`,
        lastTransitionTime: ago(minutes),
      },
    ],
  });

  function settlement(...jobs: Json[]): FakeNamespace {
    const namespace = new FakeNamespace();
    const cron = namespace.put(
      'cronjobs',
      namespace.object('settlement', {
        spec: {
          schedule: '0 2 * * *',
          jobTemplate: {
            spec: {
              template: {
                spec: {
                  containers: [{ name: 'run', image: 'settlement:1.1.0' }],
                },
              },
            },
          },
        },
        status: { lastScheduleTime: ago(60) },
      }),
    );
    for (const [index, job] of jobs.entries()) {
      const made = namespace.put(
        'jobs',
        namespace.object(
          `settlement-${index}`,
          {
            metadata: { creationTimestamp: ago(60 * (index + 1)) },
            spec: { completions: 1 },
            ...job,
          },
          { kind: 'CronJob', of: cron },
        ),
      );
      namespace.pod(
        { kind: 'Job', of: made },
        'abcde',
        { ready: false, state: terminated({ exitCode: 3 }) },
        { status: { phase: 'Failed' } },
      );
    }
    return namespace;
  }

  it('that failed make a CronJob fail, until a run is complete', () => {
    const failed = {
      status: { failed: 4, ...ended('Failed', 'BackoffLimitExceeded', 30) },
    };
    const complete = {
      status: { succeeded: 1, ...ended('Complete', 'CompletionsReached', 50) },
    };
    const active = { status: { active: 1, ready: 1 } };
    expect(only(settlement(active, failed, complete))).toMatchObject({
      health: 'failed',
      reason: 'Last run failed',
      schedule: '0 2 * * *',
      lastRunAt: ago(60),
      replicas: { desired: 1, ready: 1 },
      problems: [
        {
          code: 'job-failed',
          object: 'Job/settlement-1',
          since: ago(30),
          message: 'The last run failed after 4 tries: exit code 3',
        },
      ],
    });
    expect(only(settlement(complete, failed))).toMatchObject({
      health: 'healthy',
      problems: [],
      replicas: { desired: 1, ready: 1, available: 1 },
    });
  });

  it('that ran out of time say so', () => {
    const late = { status: ended('Failed', 'DeadlineExceeded', 5) };
    expect(only(settlement(late))).toMatchObject({
      health: 'failed',
      reason: 'Ran out of time',
      problems: [
        { code: 'deadline', message: 'The last run took longer than it may' },
      ],
    });
  });
});

describe('what does not make a workload fail', () => {
  function withAutoscaler(conditions: Json[]): FakeNamespace {
    const namespace = new FakeNamespace();
    namespace.deployment('gateway', 8);
    namespace.put(
      'horizontalpodautoscalers',
      namespace.object('gateway', {
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'gateway' },
          minReplicas: 3,
          maxReplicas: 8,
        },
        status: { currentReplicas: 8, desiredReplicas: 8, conditions },
      }),
    );
    return namespace;
  }

  it.each([
    [
      'ScalingLimited',
      'True',
      'TooManyReplicas',
      'The autoscaler is at its maximum of 8 pods and wants more',
    ],
    [
      'ScalingActive',
      'False',
      'FailedGetResourceMetric',
      'The autoscaler gets no metrics and stays at 8 pods',
    ],
    [
      'AbleToScale',
      'False',
      'FailedUpdateScale',
      'The autoscaler cannot change the number of pods',
    ],
  ])('autoscaler: %s %s %s', (type, status, reason, message) => {
    const condition = { type, status, reason, lastTransitionTime: ago(9) };
    const workload = only(withAutoscaler([condition]));
    expect(workload).toMatchObject({
      health: 'healthy',
      managedBy: { kind: 'hpa', name: 'gateway' },
      problems: [
        {
          message,
          since: ago(9),
          object: 'HorizontalPodAutoscaler/gateway',
        },
      ],
    });
    expect(workload.reason).toBeUndefined();
  });

  it.each([
    ['ScalingLimited', 'True', 'TooFewReplicas', 9],
    ['ScalingLimited', 'False', 'DesiredWithinRange', 9],
    ['ScalingActive', 'False', 'ScalingDisabled', 9],
    ['ScalingActive', 'False', 'FailedGetResourceMetric', 1],
  ])('autoscaler says nothing of %s %s %s', (type, status, reason, minutes) => {
    const condition = {
      type,
      status,
      reason,
      lastTransitionTime: ago(minutes),
    };
    expect(only(withAutoscaler([condition])).problems).toEqual([]);
  });

  it('pods that were evicted of late, and pods that do not end', () => {
    const namespace = new FakeNamespace();
    const { replicaSet } = namespace.deployment('pricing', 1);
    const owner = { kind: 'ReplicaSet', of: replicaSet };
    namespace.pod(owner, 'aaaaa');
    for (const [suffix, minutes] of [
      ['bbbbb', 5],
      ['ccccc', 300],
    ] as const) {
      namespace.pod(
        owner,
        suffix,
        {},
        {
          status: {
            phase: 'Failed',
            reason: 'Evicted',
            message:
              'The node was low on resource: memory. Threshold quantity: 100Mi',
            startTime: ago(minutes + 60),
            containerStatuses: undefined,
            conditions: [
              {
                type: 'DisruptionTarget',
                status: 'True',
                lastTransitionTime: ago(minutes),
              },
            ],
          },
        },
      );
    }
    namespace.pod(
      owner,
      'ddddd',
      {},
      {
        metadata: { deletionTimestamp: ago(3), deletionGracePeriodSeconds: 30 },
      },
    );
    namespace.pod(
      owner,
      'eeeee',
      {},
      {
        metadata: {
          deletionTimestamp: ago(0.5),
          deletionGracePeriodSeconds: 30,
        },
      },
    );
    expect(only(namespace)).toMatchObject({
      health: 'healthy',
      problems: [
        {
          code: 'evicted',
          message: '1 pod was thrown off the node: it ran low on memory',
        },
        { code: 'terminating', message: '1 pod has not ended in time' },
      ],
    });
  });
});
