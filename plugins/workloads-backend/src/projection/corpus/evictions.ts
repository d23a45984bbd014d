import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { PodShape, ended, thrownOut, unscheduled } from './testUtils/podShape';
import { Scene } from './testUtils/Scene';

const left =
  (reason: string, message: string, age = 20): Case[2] =>
  s => {
    const { current } = s.deployment();
    s.pods(current, 3);
    s.pod(current, thrownOut(reason, message, age));
  };

const refusedPod = (reason: string, message: string): PodShape => ({
  age: 5,
  phase: 'Failed',
  over: {
    status: {
      reason,
      message,
      containerStatuses: undefined,
      conditions: undefined,
    },
  },
});

const remains = (s: Scene, shape: PodShape): void => {
  const { current } = s.deployment();
  s.pods(current, 3);
  s.pod(current, shape);
};

/** Pods that a node threw out or turned away, and those that end. */
export const evictionCases: readonly Case[] = [
  [
    'thrown out twenty minutes ago for memory, replaced',
    'healthy evicted',
    left(
      'Evicted',
      'The node was low on resource: memory. Threshold quantity: 100Mi, available: 40Mi. Container app was using 900Mi, request is 256Mi',
    ),
  ],
  [
    'thrown out for its disk, replaced',
    'healthy evicted',
    left(
      'Evicted',
      'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi.',
    ),
  ],
  [
    'thrown out days ago, replaced',
    'healthy',
    left('Evicted', 'The node was low on resource: memory.', 4320),
  ],
  [
    'a node went down in order',
    'healthy evicted',
    left(
      'Terminated',
      'Pod was terminated in response to imminent node shutdown.',
    ),
  ],
  [
    'a node went down, in the words of older clusters',
    'healthy evicted',
    left('Shutdown', 'Node is shutting down, evicting pods'),
  ],
  [
    'a node was full by the time the pod came',
    'healthy evicted',
    s =>
      remains(
        s,
        refusedPod(
          'OutOfcpu',
          "Pod was rejected: Node didn't have enough resource: cpu, requested: 2000, used: 7000, capacity: 8000",
        ),
      ),
  ],
  [
    'a node had lost its labels',
    'healthy evicted',
    s =>
      remains(
        s,
        refusedPod(
          'NodeAffinity',
          "Pod was rejected: Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
        ),
      ),
  ],
  [
    'a node could not admit it',
    'healthy evicted',
    s =>
      remains(
        s,
        refusedPod(
          'UnexpectedAdmissionError',
          "Pod was rejected: Allocate failed due to can't allocate unhealthy devices nvidia.com/gpu, which is unexpected",
        ),
      ),
  ],
  [
    'a node forbids what it sets, again and again',
    'failed evicted',
    s => {
      const { current } = s.deployment({
        current: [3, 0],
        rollout: ['under-way', 5],
      });
      s.pods(
        current,
        9,
        refusedPod(
          'SysctlForbidden',
          'forbidden sysctl: "net.core.somaxconn" not allowlisted',
        ),
      );
    },
  ],
  [
    'thrown out, and its successor finds no node',
    'failed unschedulable',
    s => {
      const { current } = s.deployment({ current: [3, 3, 2] });
      s.pods(current, 2);
      s.pod(
        current,
        thrownOut('Evicted', 'The node was low on resource: memory.', 200),
      );
      s.pod(
        current,
        unscheduled('0/3 nodes are available: 3 Insufficient memory.'),
      );
    },
  ],
  [
    'what a reboot left of a pod',
    'healthy',
    s =>
      remains(s, {
        phase: 'Failed',
        containers: [
          {
            state: ended(137, {
              reason: 'ContainerStatusUnknown',
              message:
                'The container could not be located when the pod was terminated',
              since: 900,
            }),
            ready: false,
          },
        ],
      }),
  ],
  [
    'a pod that ended well among those that run',
    'healthy',
    s =>
      remains(s, {
        phase: 'Succeeded',
        containers: [{ state: ended(0, { since: 900 }), ready: false }],
      }),
  ],
  [
    'a pod stays on a lost node and is replaced',
    'healthy terminating',
    s =>
      remains(s, {
        deletedSince: 30,
        conditions: [
          { type: 'Ready', status: 'False' },
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'DeletionByTaintManager',
          },
        ],
      }),
  ],
  [
    'a pod ends within its time',
    'healthy',
    s => remains(s, { deletedSince: 0.4, containers: [{ ready: false }] }),
  ],
  [
    'a pod ends within a long time',
    'healthy',
    s =>
      remains(s, {
        over: {
          metadata: {
            deletionTimestamp: ago(-40),
            deletionGracePeriodSeconds: 3600,
          },
          spec: { terminationGracePeriodSeconds: 3600 },
        },
      }),
  ],
  [
    'a finalizer keeps a pod that has ended',
    'healthy terminating',
    s =>
      remains(s, {
        deletedSince: 60,
        phase: 'Succeeded',
        containers: [{ state: ended(0, { since: 59 }), ready: false }],
        over: { metadata: { finalizers: ['example.com/hold'] } },
      }),
  ],
  [
    'a probe fails while a pod ends',
    'healthy',
    s => {
      const { current, old } = s.deployment();
      s.pods(current, 3);
      s.warn(
        'Pod',
        s.pod(old, { deletedSince: 0.3, containers: [{ ready: false }] }),
        'Unhealthy',
        'Readiness probe failed: dial tcp: connect: connection refused',
        { first: 0.3, last: 0.1, count: 3 },
      );
    },
  ],
  [
    'pods without statuses of containers that say they are ready',
    'healthy',
    s =>
      s.pods(s.deployment().current, 3, {
        phase: 'Running',
        over: { status: { containerStatuses: null } },
      }),
  ],
  [
    'a node was full and one pod after the other was turned away, then all was well',
    'healthy evicted',
    s => {
      const { current } = s.deployment();
      s.pods(current, 3);
      s.pods(current, 5, {
        age: 5,
        phase: 'Failed',
        over: {
          status: {
            reason: 'UnexpectedAdmissionError',
            message:
              'Pod was rejected: Allocate failed due to no healthy devices present',
            containerStatuses: undefined,
            conditions: undefined,
          },
        },
      });
    },
  ],
  [
    'a reason for turning away that a newer node has',
    'healthy evicted',
    s => {
      const { current } = s.deployment();
      s.pods(current, 3);
      s.pod(current, {
        age: 5,
        phase: 'Failed',
        over: {
          status: {
            reason: 'PodOSNotSupported',
            message:
              "Failed to admit pod as the OS field doesn't match node OS",
            containerStatuses: undefined,
            conditions: undefined,
          },
        },
      });
    },
  ],
];
