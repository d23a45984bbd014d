import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { waits } from './testUtils/podShape';

/** Deployments by what their controllers say. */
export const deploymentCases: readonly Case[] = [
  ['all is well', 'healthy', s => s.pods(s.deployment().current, 3)],
  [
    'its pods are not seen, its counts are well',
    'healthy',
    s => s.deployment(),
  ],
  [
    'its pods are not seen, most are not ready for long',
    'degraded',
    s => s.deployment({ current: [3, 3, 1] }),
  ],
  [
    'made this moment, without a status',
    'progressing',
    s =>
      s.put('deployments', 'pricing', {
        metadata: { creationTimestamp: ago(0.02), generation: 1 },
        spec: { replicas: 2 },
      }),
  ],
  [
    'an empty status',
    'progressing',
    s =>
      s.put('deployments', 'pricing', {
        metadata: { creationTimestamp: ago(0.02), generation: 1 },
        spec: { replicas: 2 },
        status: {},
      }),
  ],
  [
    'no replicas in its specification, one is the default',
    'healthy',
    s =>
      s.put('deployments', 'pricing', {
        metadata: { generation: 1 },
        status: {
          observedGeneration: 1,
          replicas: 1,
          updatedReplicas: 1,
          readyReplicas: 1,
          availableReplicas: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'True',
              reason: 'NewReplicaSetAvailable',
            },
            { type: 'Available', status: 'True' },
          ],
        },
      }),
  ],
  [
    'no replicas in its specification, none is there yet',
    'progressing',
    s =>
      s.put('deployments', 'pricing', {
        metadata: { generation: 1 },
        status: { observedGeneration: 1 },
      }),
  ],
  [
    'a specification that its controller has not seen',
    'progressing',
    s =>
      s.pods(
        s.deployment({ over: { metadata: { generation: 5 } } }).current,
        3,
      ),
  ],
  [
    'old pods still end after a rollout',
    'healthy',
    s => {
      const { current, old } = s.deployment({ old: [0] });
      s.pods(current, 3);
      s.pod(old, { deletedSince: 0.3 });
    },
  ],
  [
    'a pod of an abandoned release crashes while it ends',
    'healthy',
    s => {
      const { current, old } = s.deployment();
      s.pods(current, 3);
      s.pod(old, {
        deletedSince: 0.3,
        containers: [{ state: waits('CrashLoopBackOff'), restarts: 8 }],
      });
    },
  ],
  ['scaled to zero', 'suspended', s => s.deployment({ current: [0] })],
  [
    'scaled to zero, its last pods end',
    'suspended',
    s =>
      s.pods(s.deployment({ current: [0] }).current, 2, { deletedSince: 0.2 }),
  ],
  [
    'scaled to zero by a passed deadline of long ago',
    'suspended',
    s => s.deployment({ current: [0], rollout: ['late', 9000] }),
  ],
  [
    'scaled up this moment',
    'progressing',
    s => {
      const { current } = s.deployment({
        current: [5, 3],
        over: {
          status: {
            conditions: [
              {
                type: 'Available',
                status: 'False',
                reason: 'MinimumReplicasUnavailable',
                lastTransitionTime: ago(0.05),
              },
            ],
          },
        },
      });
      s.pods(current, 3);
    },
  ],
  [
    'everything is replaced at once',
    'progressing',
    s => {
      const { old } = s.deployment({
        wanted: 3,
        current: [3, 0],
        rollout: ['under-way', 0.3],
        over: {
          spec: { strategy: { type: 'Recreate', rollingUpdate: undefined } },
        },
      });
      s.pods(old, 2, { deletedSince: 0.2 });
    },
  ],
  [
    'deleted with its pods',
    'progressing',
    s => {
      const { current } = s.deployment({
        over: {
          metadata: {
            deletionTimestamp: ago(0.1),
            deletionGracePeriodSeconds: 0,
            finalizers: ['foregroundDeletion'],
          },
        },
      });
      s.pods(current, 3, { deletedSince: 0.1 });
    },
  ],
  [
    'deleted two hours ago, a pod keeps it',
    'degraded terminating',
    s => {
      const { current } = s.deployment({
        current: [3, 1, 0],
        over: {
          metadata: {
            deletionTimestamp: ago(120),
            finalizers: ['foregroundDeletion'],
          },
        },
      });
      s.pod(current, {
        deletedSince: 120,
        over: { metadata: { finalizers: ['example.com/drain'] } },
      });
    },
  ],
  [
    'owned by an operator',
    'healthy',
    s =>
      s.pods(
        s.deployment({
          over: {
            metadata: {
              ownerReferences: [
                {
                  apiVersion: 'example.com/v1',
                  kind: 'Gateway',
                  name: 'edge',
                  uid: 'e1',
                  controller: true,
                },
              ],
            },
          },
        }).current,
        3,
      ),
  ],
];
