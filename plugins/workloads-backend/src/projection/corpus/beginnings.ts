import { Case } from './testUtils/Case';
import { ContainerShape, backOff, ended, waits } from './testUtils/podShape';
import { well } from './testUtils/podTroubles';

const sidecar = (shape: ContainerShape): ContainerShape => ({
  name: 'proxy',
  ...shape,
  spec: { restartPolicy: 'Always' },
});

/** What runs at the start of a pod, and beside it. */
export const beginningCases: readonly Case[] = [
  [
    'it crashes at start',
    'failed crash-loop',
    s =>
      s.sick({
        age: 30,
        phase: 'Pending',
        init: [{ name: 'migrate', ...backOff(ended(1)) }],
        containers: [{ state: waits('PodInitializing') }],
      }),
  ],
  [
    'it ended badly at start and will be tried again',
    'failed crash-loop',
    s =>
      s.sick({
        age: 1,
        phase: 'Pending',
        init: [
          { name: 'migrate', state: ended(2, { since: 0.1 }), restarts: 1 },
        ],
        containers: [{ state: waits('PodInitializing') }],
      }),
  ],
  [
    'too much memory at start',
    'failed out-of-memory',
    s =>
      s.sick({
        age: 30,
        phase: 'Pending',
        init: [
          { name: 'migrate', ...backOff(ended(137, { reason: 'OOMKilled' })) },
        ],
        containers: [{ state: waits('PodInitializing') }],
      }),
  ],
  [
    'the start has ended well long ago',
    'healthy',
    well(
      {},
      {
        init: [
          { name: 'migrate', state: ended(0, { since: 1439 }), ready: true },
        ],
      },
    ),
  ],
  [
    'the start failed once and then went well',
    'healthy',
    well(
      {},
      {
        init: [
          {
            name: 'migrate',
            state: ended(0, { since: 1430 }),
            last: ended(1, { since: 1435 }),
            ready: true,
            restarts: 2,
          },
        ],
      },
    ),
  ],
  [
    'a sidecar crashes and the app waits',
    'failed crash-loop',
    s =>
      s.sick({
        age: 30,
        phase: 'Pending',
        init: [sidecar({ ...backOff(ended(1)), started: false })],
        containers: [{ state: waits('PodInitializing') }],
      }),
  ],
  [
    'a sidecar crashes beside the app',
    'failed crash-loop',
    s =>
      s.sick({
        age: 30,
        init: [sidecar(backOff(ended(1)))],
        conditions: [
          { type: 'Ready', status: 'False', reason: 'ContainersNotReady' },
          {
            type: 'ContainersReady',
            status: 'False',
            reason: 'ContainersNotReady',
          },
        ],
      }),
  ],
  ['a sidecar runs as it should', 'healthy', well({}, { init: [sidecar({})] })],
  [
    'a sidecar does not answer',
    'degraded not-ready',
    s =>
      s.sick({
        age: 30,
        init: [sidecar({ ready: false })],
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'ContainersNotReady',
            message: 'containers with unready status: [proxy]',
          },
          {
            type: 'ContainersReady',
            status: 'False',
            reason: 'ContainersNotReady',
          },
        ],
      }),
  ],
];
