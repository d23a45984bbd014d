import { Case } from './testUtils/Case';
import { creating, unscheduled, waits } from './testUtils/podShape';
import { unready } from './testUtils/podTroubles';

const starting = { age: 0.5, containers: [{ ready: false }] };

/** Deployments with a release on its way. */
export const rolloutCases: readonly Case[] = [
  [
    'a rollout with a pod above the number',
    'progressing',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['under-way', 0.5],
      });
      s.pods(old, 3);
      s.pod(current, starting);
    },
  ],
  [
    'a rollout whose new pod is being created',
    'progressing',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['under-way', 0.5],
      });
      s.pods(old, 3);
      s.pod(current, { age: 0.2, containers: [creating] });
    },
  ],
  [
    'pods in the time they must be ready for',
    'progressing',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [2, 2, 2, 0],
        old: [2],
        rollout: ['under-way', 0.5],
        over: { spec: { minReadySeconds: 60 } },
      });
      s.pods(old, 2);
      s.pods(current, 2, { age: 0.5 });
    },
  ],
  [
    'a rollout passed its deadline, the old pods serve',
    'failed deadline + not-ready',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['late', 2],
      });
      s.pods(old, 3);
      s.pod(current, unready(12));
    },
  ],
  [
    'a rollout passed its deadline, its pods are not seen',
    'failed deadline',
    s =>
      s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['late', 2],
      }),
  ],
  [
    'a rollout passed its deadline and a fix has just been sent',
    'progressing',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['late', 2],
        over: { metadata: { generation: 5 } },
      });
      s.pods(old, 3);
      s.pod(current, unready(5));
    },
  ],
  [
    'a rollout passed its deadline, its new pod finds no image',
    'failed image-pull + deadline',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['late', 2],
      });
      s.pods(old, 3);
      s.pod(current, {
        age: 12,
        containers: [
          {
            state: waits(
              'ImagePullBackOff',
              'Back-off pulling image "registry.example.com/payments/pricing:5.2.2"',
            ),
          },
        ],
      });
    },
  ],
  [
    'new pods crash while the old ones serve',
    'failed crash-loop',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['under-way', 3],
      });
      s.pods(old, 3);
      s.pod(current, {
        age: 3,
        containers: [
          { state: waits('CrashLoopBackOff', 'back-off 40s'), restarts: 3 },
        ],
      });
    },
  ],
  [
    'paused in the middle of a rollout',
    'suspended',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1],
        old: [2],
        rollout: ['under-way', 90],
        over: { spec: { paused: true } },
      });
      s.pods(old, 2);
      s.pod(current);
    },
  ],
  [
    'paused, and the new pod crashes',
    'failed crash-loop',
    s => {
      const { current, old } = s.deployment({
        wanted: 3,
        current: [1, 1, 0],
        old: [3],
        rollout: ['under-way', 90],
        over: { spec: { paused: true } },
      });
      s.pods(old, 3);
      s.pod(current, {
        age: 30,
        containers: [{ state: waits('CrashLoopBackOff'), restarts: 9 }],
      });
    },
  ],
  [
    'no deadline is set and a pod is not ready for three hours',
    'degraded not-ready',
    s =>
      s.sick(unready(180), {
        rollout: ['none', 0],
        over: { spec: { progressDeadlineSeconds: 2147483647 } },
      }),
  ],
  [
    'a deadline of a day that has not passed',
    'progressing',
    s =>
      s.sick(unready(180), {
        over: { spec: { progressDeadlineSeconds: 86400 } },
      }),
  ],
  [
    'ready pods that are not counted as available for long',
    'progressing',
    s =>
      s.pods(
        s.deployment({
          current: [3, 3, 3, 2],
          rollout: ['under-way', 2],
          over: { spec: { minReadySeconds: 300 } },
        }).current,
        3,
        { age: 3 },
      ),
  ],
  [
    'a pod was preempted and its successor finds no place',
    'failed unschedulable',
    s => {
      const { current } = s.deployment({ current: [3, 3, 2] });
      s.pods(current, 2);
      s.pod(current, {
        deletedSince: 0.3,
        conditions: [
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'PreemptionByScheduler',
          },
        ],
      });
      s.pod(
        current,
        unscheduled('0/3 nodes are available: 3 Insufficient memory.', 5),
      );
    },
  ],
];
