import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import {
  backOff,
  ended,
  thrownOut,
  unscheduled,
  waits,
} from './testUtils/podShape';
import { runningPod, backoffLimit, endedPod } from './testUtils/jobShape';

/** Pods, ReplicaSets and what others own. */
export const loneCases: readonly Case[] = [
  ['a pod by itself runs', 'healthy', s => s.pod(undefined)],
  [
    'a pod by itself starts',
    'progressing',
    s => s.pod(undefined, { age: 0.3, containers: [{ ready: false }] }),
  ],
  [
    'a pod by itself crashes',
    'failed crash-loop',
    s => s.pod(undefined, { containers: [backOff(ended(1))] }),
  ],
  [
    'a pod by itself finds no node',
    'failed unschedulable',
    s =>
      s.pod(
        undefined,
        unscheduled('0/3 nodes are available: 3 Insufficient cpu.'),
      ),
  ],
  [
    'a pod by itself stopped answering',
    'degraded not-ready',
    s => s.pod(undefined, { readySince: 2, containers: [{ ready: false }] }),
  ],
  [
    'a task by itself runs',
    'progressing',
    s => s.pod(undefined, { ...runningPod, age: 30 }),
  ],
  [
    'a task by itself has ended well',
    'healthy',
    s => s.pod(undefined, endedPod(0)),
  ],
  [
    'a task by itself has ended badly',
    'failed crash-loop',
    s => s.pod(undefined, endedPod(1)),
  ],
  [
    'a task by itself took too long',
    'failed deadline',
    s =>
      s.pod(undefined, {
        ...endedPod(137),
        over: {
          status: {
            reason: 'DeadlineExceeded',
            message:
              'Pod was active on the node longer than the specified deadline',
          },
        },
      }),
  ],
  [
    'a pod by itself was thrown out',
    'failed evicted',
    s =>
      s.pod(
        undefined,
        thrownOut('Evicted', 'The node was low on resource: memory.'),
      ),
  ],
  [
    'a pod by itself was thrown out days ago',
    'failed evicted',
    s =>
      s.pod(
        undefined,
        thrownOut('Evicted', 'The node was low on resource: memory.', 5000),
      ),
  ],
  [
    'a pod that the node itself runs',
    'healthy',
    s =>
      s.pod({ kind: 'Node', of: { metadata: { name: 'sh-w-31', uid: 'n1' } } }),
  ],
  [
    'a pod of an operator',
    'healthy',
    s =>
      s.pod({
        kind: 'ArangoDeployment',
        of: { metadata: { name: 'store', uid: 'a1' } },
      }),
  ],
  [
    'a pod of an operator crashes',
    'failed crash-loop',
    s =>
      s.pod(
        { kind: 'Kafka', of: { metadata: { name: 'store', uid: 'a1' } } },
        { containers: [backOff(ended(1))] },
      ),
  ],
  [
    'a pod of a ReplicationController',
    'healthy',
    s =>
      s.pod({
        kind: 'ReplicationController',
        of: { metadata: { name: 'old', uid: 'rc1' } },
      }),
  ],
  [
    'a pod of a ReplicaSet that is not seen',
    'healthy',
    s =>
      s.pod({
        kind: 'ReplicaSet',
        of: { metadata: { name: 'pricing-7c9d5f', uid: 'gone' } },
      }),
  ],
  [
    'a ReplicaSet by itself',
    'healthy',
    s => {
      const set = {
        kind: 'ReplicaSet',
        of: s.put('replicasets', 'lone', {
          metadata: { generation: 1 },
          spec: { replicas: 2 },
          status: {
            replicas: 2,
            readyReplicas: 2,
            availableReplicas: 2,
            fullyLabeledReplicas: 2,
            observedGeneration: 1,
          },
        }),
      };
      s.pods(set, 2);
    },
  ],
  [
    'a ReplicaSet by itself that is refused',
    'failed quota',
    s =>
      s.put('replicasets', 'lone', {
        metadata: { generation: 1 },
        spec: { replicas: 2 },
        status: {
          replicas: 0,
          observedGeneration: 1,
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message:
                'pods "lone-x1" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2',
              lastTransitionTime: ago(5),
            },
          ],
        },
      }),
  ],
  [
    'a ReplicaSet of a Rollout',
    'healthy',
    s => {
      const set = {
        kind: 'ReplicaSet',
        of: s.put(
          'replicasets',
          'edge-66',
          {
            metadata: { generation: 1 },
            spec: { replicas: 2 },
            status: {
              replicas: 2,
              readyReplicas: 2,
              availableReplicas: 2,
              observedGeneration: 1,
            },
          },
          { kind: 'Rollout', of: { metadata: { name: 'edge', uid: 'r1' } } },
        ),
      };
      s.pods(set, 2);
    },
  ],
  [
    'a Job of a workflow',
    'failed job-failed',
    s =>
      s.job(backoffLimit, {
        owner: {
          kind: 'Workflow',
          of: { metadata: { name: 'flow', uid: 'w1' } },
        },
      }),
  ],
  [
    'a task that fails before it begins',
    'failed crash-loop',
    s =>
      s.pod(undefined, {
        restartPolicy: 'Never',
        age: 3,
        phase: 'Failed',
        init: [{ name: 'migrate', state: ended(3), ready: false }],
        containers: [{ state: waits('PodInitializing') }],
      }),
  ],
  [
    'a task that is restarted on failure',
    'failed crash-loop',
    s =>
      s.pod(undefined, {
        restartPolicy: 'OnFailure',
        age: 30,
        containers: [backOff(ended(1))],
      }),
  ],
];
