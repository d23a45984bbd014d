import { ClusterState } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from './projectNamespace';
import { WatchedResource } from './rows';
import {
  ago,
  FakeNamespace,
  Json,
  NOW,
  overlay,
  terminated,
  waiting,
} from './testUtils';

function judge(namespace: FakeNamespace, state: ClusterState = 'live') {
  const [workload] = projectNamespace(namespace.rows(state), NOW);
  const { health, reason } = workload;
  const { ready, desired } = workload.replicas;
  return `${health}: ${reason ?? '-'} (${ready}/${desired})`;
}

const progressing = (reason: string): Json => ({
  status: {
    conditions: [
      { type: 'Progressing', status: 'True', reason, lastUpdateTime: ago(1) },
    ],
  },
});

describe('health of a Deployment', () => {
  it.each<[string, number, Json, Json, string]>([
    ['all well', 3, {}, {}, 'healthy: - (3/3)'],
    [
      'rolling out',
      3,
      overlay(
        { status: { updatedReplicas: 2, replicas: 4, readyReplicas: 3 } },
        progressing('ReplicaSetUpdated'),
      ),
      { status: { availableReplicas: 1 } },
      'progressing: Rolling out, 2 to go (3/3)',
    ],
    [
      'updated, the last pods not available yet',
      3,
      overlay(
        { status: { readyReplicas: 2, availableReplicas: 2 } },
        progressing('ReplicaSetUpdated'),
      ),
      { status: { availableReplicas: 2 } },
      'progressing: Rolling out, 1 to go (2/3)',
    ],
    [
      'old pods end',
      3,
      overlay({ status: { replicas: 4 } }, progressing('ReplicaSetUpdated')),
      {},
      'progressing: Rolling out, old pods end (3/3)',
    ],
    [
      'a specification that the controller has not seen',
      3,
      { metadata: { generation: 4 } },
      { status: { availableReplicas: 0 } },
      'progressing: Rolling out, 3 to go (3/3)',
    ],
    [
      'scaled up',
      5,
      {
        status: {
          replicas: 3,
          updatedReplicas: 3,
          readyReplicas: 3,
          availableReplicas: 3,
        },
      },
      {},
      'progressing: Starting, 2 to go (3/5)',
    ],
    [
      'pods that our credentials may not read',
      3,
      { status: { readyReplicas: 2, availableReplicas: 2 } },
      {},
      'degraded: 1 of 3 not ready (2/3)',
    ],
    [
      'paused',
      3,
      { spec: { paused: true } },
      {},
      'suspended: Rollout is paused (3/3)',
    ],
    ['scaled to zero', 0, {}, {}, 'suspended: Scaled to zero (0/0)'],
    [
      'no status at all',
      2,
      { status: null },
      { status: null },
      'progressing: Rolling out, 2 to go (0/2)',
    ],
  ])('%s', (_, replicas, over, replicaSetOver, expected) => {
    const namespace = new FakeNamespace();
    namespace.deployment('pricing', replicas, over, replicaSetOver);
    expect(judge(namespace)).toBe(expected);
  });

  it('is failed also while it is paused', () => {
    const namespace = new FakeNamespace();
    const { replicaSet } = namespace.deployment('pricing', 1, {
      spec: { paused: true },
      status: { readyReplicas: 0 },
    });
    namespace.pod({ kind: 'ReplicaSet', of: replicaSet }, 'aaaaa', {
      ready: false,
      restartCount: 2,
      state: waiting('CrashLoopBackOff'),
      lastState: terminated(),
    });
    expect(judge(namespace)).toBe('failed: Crashing, restarting (0/1)');
  });

  it.each<[ClusterState, string]>([
    ['live', 'healthy: - (3/3)'],
    ['stale', 'healthy: - (3/3)'],
    ['connecting', 'unknown: - (3/3)'],
    ['unreachable', 'unknown: - (3/3)'],
    ['denied', 'unknown: - (3/3)'],
  ])('seen through a cluster that is %s', (state, expected) => {
    const namespace = new FakeNamespace();
    namespace.deployment('pricing', 3);
    expect(judge(namespace, state)).toBe(expected);
  });
});

describe('health of the other kinds', () => {
  const rolled = (over: Json): Json =>
    overlay(
      {
        spec: { replicas: 3, updateStrategy: { type: 'RollingUpdate' } },
        status: {
          replicas: 3,
          readyReplicas: 3,
          updatedReplicas: 1,
          currentRevision: 'a',
          updateRevision: 'b',
        },
      },
      over,
    );

  it.each<[string, WatchedResource, Json, string]>([
    [
      'StatefulSet rolling out',
      'statefulsets',
      rolled({}),
      'progressing: Rolling out, 2 to go (3/3)',
    ],
    [
      'StatefulSet held by its partition',
      'statefulsets',
      rolled({ spec: { updateStrategy: { rollingUpdate: { partition: 2 } } } }),
      'healthy: - (3/3)',
    ],
    [
      'StatefulSet that updates on deletion',
      'statefulsets',
      rolled({ spec: { updateStrategy: { type: 'OnDelete' } } }),
      'healthy: - (3/3)',
    ],
    [
      'StatefulSet of an older cluster that does not count what is updated',
      'statefulsets',
      rolled({ status: { updatedReplicas: undefined, updateRevision: 'a' } }),
      'healthy: - (3/3)',
    ],
    [
      'DaemonSet rolling out',
      'daemonsets',
      {
        spec: { updateStrategy: { type: 'RollingUpdate' } },
        status: {
          desiredNumberScheduled: 6,
          currentNumberScheduled: 6,
          numberReady: 6,
          updatedNumberScheduled: 4,
        },
      },
      'progressing: Rolling out, 2 to go (6/6)',
    ],
    [
      'DaemonSet for which there is no node',
      'daemonsets',
      { status: { desiredNumberScheduled: 0 } },
      'healthy: - (0/0)',
    ],
    [
      'CronJob suspended',
      'cronjobs',
      { spec: { suspend: true } },
      'suspended: Suspended (0/0)',
    ],
    ['CronJob that never ran', 'cronjobs', {}, 'healthy: - (0/0)'],
    [
      'Job running',
      'jobs',
      {
        spec: { completions: 4 },
        status: { active: 2, ready: 1, succeeded: 1 },
      },
      'progressing: Running, 3 to go (2/4)',
    ],
    [
      'Job complete',
      'jobs',
      {
        spec: { completions: 1 },
        status: {
          succeeded: 1,
          conditions: [{ type: 'Complete', status: 'True' }],
        },
      },
      'healthy: - (1/1)',
    ],
    [
      'Job suspended',
      'jobs',
      { spec: { suspend: true, completions: 2 } },
      'suspended: Suspended (0/2)',
    ],
    [
      'ReplicaSet alone',
      'replicasets',
      { spec: { replicas: 2 }, status: { replicas: 2, readyReplicas: 1 } },
      'degraded: 1 of 2 not ready (1/2)',
    ],
    [
      'pod alone that ended well',
      'pods',
      { status: { phase: 'Succeeded' } },
      'healthy: - (1/1)',
    ],
    [
      'pod alone that ended badly',
      'pods',
      {
        spec: { containers: [{ name: 'app', image: 'x:1' }] },
        status: {
          phase: 'Failed',
          containerStatuses: [{ name: 'app', state: terminated() }],
        },
      },
      'failed: Crashed (0/1)',
    ],
    [
      'pod alone without a status',
      'pods',
      {},
      'progressing: Starting, 1 to go (0/1)',
    ],
  ])('%s', (_, resource, over, expected) => {
    const namespace = new FakeNamespace();
    const young = { metadata: { creationTimestamp: ago(1) } };
    namespace.put(resource, namespace.object('tiles', overlay(young, over)));
    expect(judge(namespace)).toBe(expected);
  });
});

describe('what is a workload', () => {
  it('is the outermost owner that we know, in a stable order', () => {
    const namespace = new FakeNamespace();
    const { deployment, replicaSet } = namespace.deployment('orders', 1);
    namespace.pod({ kind: 'ReplicaSet', of: replicaSet }, 'aaaaa');
    const foreign = namespace.object('canary', {});
    const rollout = { kind: 'Rollout', of: foreign };
    namespace.put(
      'replicasets',
      namespace.object('canary-new', { spec: { replicas: 1 } }, rollout),
    );
    namespace.put(
      'replicasets',
      namespace.object('canary-old', { spec: { replicas: 0 } }, rollout),
    );
    namespace.pod({ kind: 'Workflow', of: foreign }, 'step-1');
    namespace.pod(undefined, 'lonely');
    namespace.put('cronjobs', namespace.object('books'));
    namespace.put(
      'pods',
      namespace.object('used-by', {
        metadata: {
          ownerReferences: [
            {
              kind: 'Deployment',
              name: 'orders',
              uid: (deployment.metadata as Json).uid,
            },
          ],
        },
      }),
    );
    const workloads = projectNamespace(namespace.rows(), NOW);
    expect(workloads.map(({ id }) => id)).toEqual([
      'prod-sh/payments-prod/CronJob/books',
      'prod-sh/payments-prod/Deployment/orders',
      'prod-sh/payments-prod/Pod/canary-step-1',
      'prod-sh/payments-prod/Pod/lonely',
      'prod-sh/payments-prod/Pod/used-by',
      'prod-sh/payments-prod/ReplicaSet/canary-new',
    ]);
    expect(workloads[1].pods.map(({ name }) => name)).toEqual([
      'orders-7c9d5f-aaaaa',
    ]);
  });
});
