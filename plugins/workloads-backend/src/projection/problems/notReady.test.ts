import {
  ago,
  Json,
  running,
  Sickness,
  sickWorkload,
  waiting,
} from '../testUtils';

const notScheduled = (message: string, minutes = 5): Json => ({
  metadata: { creationTimestamp: ago(minutes) },
  spec: { nodeName: undefined },
  status: {
    phase: 'Pending',
    startTime: undefined,
    containerStatuses: undefined,
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
        lastTransitionTime: ago(minutes),
      },
    ],
  },
});

const pending: Json = { status: { phase: 'Pending', startTime: ago(49) } };

const readyCheck: Json = {
  reason: 'Unhealthy',
  message:
    'Readiness probe failed: dial tcp 10.1.2.3:8080: connect: connection refused',
};

describe('pods that find no node or do not answer', () => {
  const cases: readonly [string, Sickness, string, string, string, string][] = [
    [
      'no room',
      {
        container: { resources: { requests: { cpu: '8' } } },
        pod: notScheduled(
          '0/5 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 Insufficient cpu. preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod.',
        ),
      },
      'unschedulable',
      '1 of 3 pods waits for a node: 4 of 5 nodes have too little CPU for the 8 cores that a pod asks',
      'failed',
      'No node has room',
    ],
    [
      'no node fits, just now',
      {
        pod: notScheduled(
          "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
          0.5,
        ),
      },
      'unschedulable',
      '1 of 3 pods waits for a node: its node selector rules out 3 of 3 nodes',
      'progressing',
      'Starting, 1 to go',
    ],
    [
      'node lost while kubectl says Running',
      {
        container: { ready: true },
        pod: {
          status: {
            conditions: [
              { type: 'Ready', status: 'False', lastTransitionTime: ago(3) },
              {
                type: 'ContainersReady',
                status: 'True',
                lastTransitionTime: ago(24),
              },
            ],
          },
        },
      },
      'node-lost',
      '1 of 3 pods is out of reach: node sh-w-31 does not answer',
      'degraded',
      'Node does not answer',
    ],
    [
      'ready check fails since it had been ready',
      {
        pod: {
          status: {
            conditions: [
              {
                type: 'Ready',
                status: 'False',
                reason: 'ContainersNotReady',
                lastTransitionTime: ago(3),
              },
            ],
          },
        },
        events: [readyCheck],
      },
      'not-ready',
      '1 of 3 pods runs and fails the ready check: nothing listens',
      'degraded',
      'Ready check fails',
    ],
    [
      'never became ready in its time',
      { container: { state: running(24) } },
      'not-ready',
      '1 of 3 pods runs but is not ready',
      'degraded',
      '1 of 3 not ready',
    ],
    [
      'a reason that no rule knows',
      {
        container: { state: waiting('FluxCapacitorEmpty', 'needs 1.21 GW') },
        pod: pending,
      },
      'other',
      '1 of 3 pods is held up: FluxCapacitorEmpty',
      'degraded',
      'Held up: FluxCapacitorEmpty',
    ],
  ];

  it.each(cases)('%s', (_, given, code, message, health, reason) => {
    const workload = sickWorkload(given);
    expect(workload).toMatchObject({ health, reason });
    expect(workload.problems).toMatchObject([{ code, message }]);
    expect(workload.problems[0].object).toBe('Pod/pricing-7c9d5f-2xkqp');
    expect(workload.problems[0].params).toMatchObject({ pods: 1, total: 3 });
  });
});
