import { Case } from './testUtils/Case';
import { PodShape, backOff, ended, up } from './testUtils/podShape';
import { Scene } from './testUtils/Scene';
import { again, crashing } from './testUtils/podTroubles';

const probed = (
  s: Scene,
  shape: PodShape,
  message: string,
  { kills = false, last = 0.5 } = {},
): void => {
  const pod = s.sick(shape);
  s.warn('Pod', pod, 'Unhealthy', message, { last });
  if (kills) {
    s.warn(
      'Pod',
      pod,
      'Killing',
      'Container app failed liveness probe, will be restarted',
      { last, over: { type: 'Normal' } },
    );
  }
};

const gate = (age: number, since = age): PodShape => ({
  age,
  readySince: since,
  conditions: [
    {
      type: 'Ready',
      status: 'False',
      reason: 'ReadinessGatesNotReady',
      message:
        'corresponding condition of pod readiness gate "target-health.elbv2.k8s.aws/pricing" does not exist.',
    },
    { type: 'ContainersReady', status: 'True' },
  ],
  over: {
    spec: {
      readinessGates: [
        { conditionType: 'target-health.elbv2.k8s.aws/pricing' },
      ],
    },
  },
});

/** Pods that do not answer. */
export const checkCases: readonly Case[] = [
  [
    'the liveness check fails again and again',
    'failed liveness',
    s =>
      probed(
        s,
        {
          age: 60,
          containers: [
            again(ended(137, { since: 1, ran: 1.5 }), {
              since: 1,
              restarts: 9,
              ready: false,
            }),
          ],
        },
        'Liveness probe failed: HTTP probe failed with statuscode: 500',
        { kills: true },
      ),
  ],
  [
    'the liveness check fails, in its back-off',
    'failed liveness',
    s =>
      probed(
        s,
        { age: 60, containers: [backOff(ended(143, { ran: 1.5 }))] },
        'Liveness probe failed: Get "http://10.1.0.7:8080/live": context deadline exceeded',
        { kills: true },
      ),
  ],
  [
    'the startup check never passes',
    'failed liveness',
    s =>
      probed(
        s,
        {
          age: 60,
          containers: [
            {
              ...again(ended(137, { since: 1, ran: 5 }), {
                since: 1,
                restarts: 5,
                ready: false,
              }),
              started: false,
            },
          ],
        },
        'Startup probe failed: dial tcp 10.1.0.7:8080: connect: connection refused',
        { kills: true },
      ),
  ],
  [
    'the startup check has not passed for four minutes',
    'progressing',
    s =>
      probed(
        s,
        {
          age: 4,
          containers: [{ ready: false, started: false, state: up(4) }],
        },
        'Startup probe failed: dial tcp 10.1.0.7:8080: connect: connection refused',
      ),
  ],
  [
    'it crashes, and its ready check failed as well',
    'failed crash-loop',
    s =>
      probed(
        s,
        crashing(ended(1)),
        'Readiness probe failed: dial tcp 10.1.0.7:8080: connect: connection refused',
      ),
  ],
  [
    'the ready check fails for half an hour',
    'degraded not-ready',
    s =>
      probed(
        s,
        { age: 30, containers: [{ ready: false }] },
        'Readiness probe failed: HTTP probe failed with statuscode: 503',
      ),
  ],
  [
    'not ready for half an hour, and no event is left',
    'degraded not-ready',
    s => s.sick({ age: 30, containers: [{ ready: false }] }),
  ],
  [
    'the ready check fails in the first seconds',
    'progressing',
    s =>
      probed(
        s,
        { age: 0.4, containers: [{ ready: false, state: up(0.3) }] },
        'Readiness probe failed: dial tcp 10.1.0.7:8080: connect: connection refused',
      ),
  ],
  [
    'it stopped answering two minutes ago',
    'degraded not-ready',
    s => s.sick({ readySince: 2, containers: [{ ready: false }] }),
  ],
  [
    'all stopped answering a minute ago',
    'degraded not-ready',
    s => s.sick({ readySince: 1, containers: [{ ready: false }] }, { many: 3 }),
  ],
  [
    'a check failed now and then, it answers',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.warn(
        'Pod',
        s.pod(current),
        'Unhealthy',
        'Readiness probe failed: HTTP probe failed with statuscode: 503',
        { first: 60, last: 2 },
      );
    },
  ],
  [
    'a balancer has not let it in for half an hour',
    'degraded not-ready',
    s => s.sick(gate(30)),
  ],
  [
    'a balancer has not let it in for seconds',
    'progressing',
    s => s.sick(gate(0.3)),
  ],
  [
    'a pod that serves again since a moment',
    'healthy',
    s => s.pods(s.deployment().current, 3, { readySince: 0.1 }),
  ],
  [
    'its process ended once and its successor is not ready yet',
    'degraded not-ready',
    s =>
      s.sick({
        readySince: 0.3,
        containers: [
          {
            state: up(0.3),
            last: ended(1, { since: 0.3, ran: 900 }),
            restarts: 1,
            ready: false,
          },
        ],
      }),
  ],
];
