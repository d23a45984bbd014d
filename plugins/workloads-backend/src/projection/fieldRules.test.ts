import {
  ago,
  FakeNamespace,
  Json,
  onlyWorkload,
  overlay,
  running,
  terminated,
  waiting,
} from './testUtils';

const pod = (over: Json, container: Parameters<FakeNamespace['pod']>[2] = {}) =>
  onlyWorkload(namespace =>
    namespace.pod(undefined, 'migrate', container, over),
  );

const statefulSet = (spec: Json, status: Json) =>
  onlyWorkload(namespace =>
    namespace.put(
      'statefulsets',
      namespace.object('trips-db', {
        metadata: { generation: 2 },
        spec: { replicas: 3, ...spec },
        status: {
          observedGeneration: 2,
          replicas: 3,
          readyReplicas: 3,
          updatedReplicas: 3,
          ...status,
        },
      }),
    ),
  );

describe('pods that nobody controls', () => {
  it.each([
    ['runs', {}, {}, 'healthy', undefined],
    [
      'is a task and runs',
      { spec: { restartPolicy: 'Never' } },
      {},
      'progressing',
      undefined,
    ],
    [
      'is a task and has succeeded, what ran beside it was stopped',
      {
        spec: {
          restartPolicy: 'Never',
          initContainers: [{ name: 'proxy', restartPolicy: 'Always' }],
        },
        status: {
          phase: 'Succeeded',
          initContainerStatuses: [
            { name: 'proxy', state: terminated({ exitCode: 137 }) },
          ],
        },
      },
      { ready: false, state: terminated({ exitCode: 0, reason: 'Completed' }) },
      'healthy',
      undefined,
    ],
    [
      'has failed',
      { spec: { restartPolicy: 'Never' }, status: { phase: 'Failed' } },
      { ready: false, state: terminated({ exitCode: 2 }) },
      'failed',
      'The only pod crashed: exit code 2',
    ],
    [
      'was thrown off its node long ago',
      {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on resource: ephemeral-storage.',
          startTime: ago(6000),
          conditions: [],
          containerStatuses: [],
        },
      },
      {},
      'failed',
      '1 pod was thrown off the node: it ran low on ephemeral-storage',
    ],
    [
      'had too little time',
      {
        status: {
          phase: 'Failed',
          reason: 'DeadlineExceeded',
          containerStatuses: [],
        },
      },
      {},
      'failed',
      'The only pod took longer than it may',
    ],
    [
      'is being deleted',
      {
        metadata: {
          deletionTimestamp: ago(-0.2),
          deletionGracePeriodSeconds: 30,
        },
      },
      {},
      'progressing',
      undefined,
    ],
  ])('of which one %s', (_, over, container, health, message) => {
    const workload = pod(over, container);
    expect(workload.health).toBe(health);
    expect(workload.problems[0]?.message).toBe(message);
  });
});

describe('pods that a node refuses or ends', () => {
  it.each([
    ['OutOfcpu', '1 pod was turned away by the node: it is out of cpu'],
    ['NodeAffinity', '1 pod was turned away by the node'],
    [
      'Preempting',
      '1 pod was thrown off the node: a pod that the node itself needs took the room',
    ],
    ['NodeShutdown', '1 pod was thrown off the node: it was shut down'],
  ])('say so: %s', (reason, message) => {
    const workload = onlyWorkload(namespace => {
      const { replicaSet } = namespace.deployment('pricing', 1);
      const of = { kind: 'ReplicaSet', of: replicaSet };
      namespace.pod(of, 'well');
      namespace.pod(
        of,
        'gone',
        {},
        {
          status: { phase: 'Failed', reason, containerStatuses: [] },
        },
      );
    });
    expect(workload).toMatchObject({
      health: 'healthy',
      problems: [{ code: 'evicted', message }],
    });
  });
});

describe('rollouts of StatefulSets', () => {
  it.each([
    [
      'goes on until the last pod is ready',
      {},
      {
        currentRevision: 'a',
        updateRevision: 'b',
        updatedReplicas: 3,
        readyReplicas: 2,
      },
      'progressing',
      'Rolling out, 1 to go',
    ],
    [
      'is done when the controller says so',
      {},
      { currentRevision: 'b', updateRevision: 'b' },
      'healthy',
      undefined,
    ],
    [
      'is held by its partition',
      { updateStrategy: { rollingUpdate: { partition: 2 } } },
      { currentRevision: 'a', updateRevision: 'b', updatedReplicas: 1 },
      'healthy',
      undefined,
    ],
    [
      'has not come to its partition',
      { updateStrategy: { rollingUpdate: { partition: 1 } } },
      { currentRevision: 'a', updateRevision: 'b', updatedReplicas: 1 },
      'progressing',
      'Rolling out, 1 to go',
    ],
    [
      'waits for a person',
      { updateStrategy: { type: 'OnDelete' } },
      { currentRevision: 'a', updateRevision: 'b', updatedReplicas: 0 },
      'healthy',
      undefined,
    ],
    [
      'has not been seen by the controller',
      {},
      { observedGeneration: 1 },
      'progressing',
      'Rolling out, 3 to go',
    ],
  ])('of which one %s', (_, spec, status, health, reason) => {
    const { health: found, reason: why } = statefulSet(spec, status);
    expect([found, why]).toEqual([health, reason]);
  });
});

describe('what is being deleted', () => {
  const deployment = (minutes: number) =>
    onlyWorkload(namespace => {
      const { replicaSet } = namespace.deployment('pricing', 1, {
        metadata: { deletionTimestamp: ago(minutes) },
        status: { readyReplicas: 0, availableReplicas: 0 },
      });
      namespace.pod(
        { kind: 'ReplicaSet', of: replicaSet },
        'x',
        {},
        {
          metadata: {
            deletionTimestamp: ago(minutes - 0.5),
            deletionGracePeriodSeconds: 30,
          },
        },
      );
    });

  it('is on its way until a pod does not end', () => {
    expect(deployment(0.4)).toMatchObject({
      health: 'progressing',
      reason: 'Being deleted',
    });
    expect(deployment(8)).toMatchObject({
      health: 'degraded',
      reason: 'Pods do not end',
    });
  });
});

describe('a pod that goes', () => {
  it('is waited for by the one that takes its name, and by nobody else', () => {
    const leaving = (minutes: number): Json => ({
      metadata: {
        deletionTimestamp: ago(minutes),
        deletionGracePeriodSeconds: 30,
      },
    });
    const set = (minutes: number) =>
      onlyWorkload(namespace => {
        const of = namespace.put(
          'statefulsets',
          namespace.object('trips-db', {
            spec: { replicas: 2 },
            status: { replicas: 2, readyReplicas: 1, updatedReplicas: 2 },
          }),
        );
        namespace.pod({ kind: 'StatefulSet', of }, '0');
        namespace.pod({ kind: 'StatefulSet', of }, '1', {}, leaving(minutes));
      });
    expect(set(0.2)).toMatchObject({
      health: 'progressing',
      reason: 'Starting, 1 to go',
    });
    expect(set(5)).toMatchObject({
      health: 'degraded',
      reason: 'Pods do not end',
    });
    const replaced = onlyWorkload(namespace => {
      const { replicaSet } = namespace.deployment('pricing', 1, {
        status: { readyReplicas: 0, availableReplicas: 0 },
      });
      const of = { kind: 'ReplicaSet', of: replicaSet };
      namespace.pod(of, 'old', {}, leaving(5));
      namespace.pod(
        of,
        'new',
        { ready: false, state: running(0.1) },
        {
          metadata: { creationTimestamp: ago(0.2) },
          status: {
            startTime: ago(0.2),
            conditions: [
              { type: 'Ready', status: 'False', lastTransitionTime: ago(0.2) },
            ],
          },
        },
      );
    });
    expect(replaced).toMatchObject({
      health: 'progressing',
      reason: 'Starting, 1 to go',
      problems: [{ code: 'terminating' }],
    });
  });
});

describe('a pod that waits long', () => {
  it.each([
    ['its node', {}, 'The only pod has not started for 24 min'],
    [
      'a gate of the scheduler',
      {
        status: {
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'SchedulingGated',
              lastTransitionTime: ago(24),
            },
          ],
        },
      },
      'The only pod is held back from the scheduler for 24 min',
    ],
  ])('for %s is degraded', (_, over, message) => {
    const workload = onlyWorkload(namespace => {
      const { replicaSet } = namespace.deployment('pricing', 1, {
        status: { readyReplicas: 0, availableReplicas: 0 },
      });
      namespace.pod(
        { kind: 'ReplicaSet', of: replicaSet },
        'x',
        { ready: false, state: waiting('ContainerCreating') },
        overlay({ status: { phase: 'Pending' } }, over),
      );
    });
    expect(workload).toMatchObject({
      health: 'degraded',
      problems: [{ code: 'slow-start', message }],
    });
  });
});
