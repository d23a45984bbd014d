import { Json, ago } from '../testUtils';
import { Case } from './testUtils/Case';
import {
  backOff,
  creating,
  ended,
  waits,
  unscheduled,
  thrownOut,
} from './testUtils/podShape';
import { unready, onDelete } from './testUtils/podTroubles';

const noImage = {
  state: waits('ImagePullBackOff', 'Back-off pulling image "ledger:9"'),
};

const partition = (value: number): Json => ({
  spec: { updateStrategy: { rollingUpdate: { partition: value } } },
});

/** StatefulSets. */
export const statefulSetCases: readonly Case[] = [
  [
    'all is well',
    'healthy',
    s => s.pods(s.statefulSet([3]), 3, { revision: 'ledger-a' }),
  ],
  ['its pods are not seen', 'healthy', s => s.statefulSet([3])],
  [
    'made this moment',
    'progressing',
    s =>
      s.put('statefulsets', 'ledger', {
        metadata: { generation: 1, creationTimestamp: ago(0.02) },
        spec: { replicas: 3 },
        status: { replicas: 0 },
      }),
  ],
  [
    'a specification that its controller has not seen',
    'progressing',
    s =>
      s.pods(s.statefulSet([3], { over: { metadata: { generation: 5 } } }), 3, {
        revision: 'ledger-a',
      }),
  ],
  [
    'the first pod of three starts',
    'progressing',
    s =>
      s.pod(s.statefulSet([3, 1, 0]), { ...unready(1), revision: 'ledger-a' }),
  ],
  [
    'the first pod of three is ready, the second is being created',
    'progressing',
    s => {
      const set = s.statefulSet([3, 2, 1]);
      s.pod(set, { age: 2, revision: 'ledger-a' });
      s.pod(set, { age: 0.2, containers: [creating], revision: 'ledger-a' });
    },
  ],
  [
    'the first pod crashes and the others wait for it',
    'failed crash-loop',
    s =>
      s.pod(s.statefulSet([3, 1, 0]), {
        age: 8,
        containers: [backOff(ended(1))],
        revision: 'ledger-a',
      }),
  ],
  [
    'the last pod is a canary',
    'healthy',
    s => {
      const set = s.statefulSet([3], {
        updated: 1,
        revisions: ['a', 'b'],
        over: partition(2),
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { age: 30, revision: 'ledger-b' });
    },
  ],
  [
    'nothing may be updated',
    'healthy',
    s =>
      s.pods(
        s.statefulSet([3], {
          updated: 0,
          revisions: ['a', 'b'],
          over: partition(3),
        }),
        3,
        { revision: 'ledger-a' },
      ),
  ],
  [
    'the canary is on its way',
    'progressing',
    s => {
      const set = s.statefulSet([3, 3, 2], {
        updated: 1,
        revisions: ['a', 'b'],
        over: partition(2),
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { ...unready(0.5), revision: 'ledger-b' });
    },
  ],
  [
    'updated by hand only',
    'healthy',
    s =>
      s.pods(
        s.statefulSet([3], {
          updated: 0,
          revisions: ['a', 'b'],
          over: onDelete,
        }),
        3,
        { revision: 'ledger-a' },
      ),
  ],
  [
    'a rollout is under way',
    'progressing',
    s => {
      const set = s.statefulSet([3, 3, 2], {
        updated: 1,
        revisions: ['a', 'b'],
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { ...unready(0.5), revision: 'ledger-b' });
    },
  ],
  [
    'a rollout goes from pod to pod',
    'progressing',
    s => {
      const set = s.statefulSet([3, 2, 2], {
        updated: 1,
        revisions: ['a', 'b'],
      });
      s.pod(set, { revision: 'ledger-a' });
      s.pod(set, { deletedSince: 0.1, revision: 'ledger-a' });
      s.pod(set, { age: 1, revision: 'ledger-b' });
    },
  ],
  [
    'a rollout finds no image',
    'failed image-pull',
    s => {
      const set = s.statefulSet([3, 3, 2], {
        updated: 1,
        revisions: ['a', 'b'],
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { age: 3, containers: [noImage], revision: 'ledger-b' });
    },
  ],
  [
    'a rollout was taken back, its pod is left',
    'failed image-pull + rollout-stuck',
    s => {
      const set = s.statefulSet([3, 3, 2], {
        updated: 2,
        revisions: ['a', 'a'],
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { age: 40, containers: [noImage], revision: 'ledger-b' });
    },
  ],
  [
    'a rollout waits for a pod that does not answer',
    'failed rollout-stuck + not-ready',
    s => {
      const set = s.statefulSet([3, 3, 2], {
        updated: 1,
        revisions: ['a', 'b'],
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, { ...unready(40), revision: 'ledger-b' });
    },
  ],
  [
    'a pod stopped answering',
    'degraded not-ready',
    s => {
      const set = s.statefulSet([3, 3, 2]);
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, {
        readySince: 2,
        containers: [{ ready: false }],
        revision: 'ledger-a',
      });
    },
  ],
  ['scaled to zero', 'suspended', s => s.statefulSet([0])],
  [
    'scaled down by one, the pod ends',
    'healthy',
    s => {
      const set = s.statefulSet([2, 3, 2], {
        over: {
          status: { replicas: 2, currentReplicas: 2, updatedReplicas: 2 },
        },
      });
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, {
        deletedSince: 0.2,
        containers: [{ ready: false }],
        revision: 'ledger-a',
      });
    },
  ],
  [
    'a pod was thrown out and is not back',
    'degraded evicted',
    s => {
      const set = s.statefulSet([3, 3, 2]);
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, {
        ...thrownOut('Evicted', 'The node was low on resource: memory.', 5),
        revision: 'ledger-a',
      });
    },
  ],
  [
    'a pod on a lost node may not be replaced',
    'degraded terminating',
    s => {
      const set = s.statefulSet([3, 3, 2]);
      s.pods(set, 2, { revision: 'ledger-a' });
      s.pod(set, {
        deletedSince: 30,
        readySince: 36,
        conditions: [{ type: 'Ready', status: 'False' }],
        revision: 'ledger-a',
      });
    },
  ],
  [
    'its claim has no volume',
    'failed volume',
    s =>
      s.pod(s.statefulSet([3, 1, 0]), {
        ...unscheduled(
          '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
        ),
        revision: 'ledger-a',
      }),
  ],
  [
    'quota is used up',
    'failed quota',
    s => {
      const set = s.statefulSet([3, 2, 2]);
      s.pods(set, 2, { revision: 'ledger-a' });
      s.warn(
        'StatefulSet',
        set.of,
        'FailedCreate',
        'create Pod ledger-2 in StatefulSet ledger failed error: pods "ledger-2" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
        { over: { source: { component: 'statefulset-controller' } } },
      );
    },
  ],
  [
    'pods in the time they must be ready for',
    'progressing',
    s =>
      s.pods(
        s.statefulSet([3, 3, 3, 1], {
          over: { spec: { minReadySeconds: 120 } },
        }),
        3,
        { age: 1, revision: 'ledger-a' },
      ),
  ],
];
