import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import { ago, FakeNamespace, Json, NOW } from '../testUtils';

function only(namespace: FakeNamespace): Workload {
  const workloads = projectNamespace(namespace.rows(), NOW);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}

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
