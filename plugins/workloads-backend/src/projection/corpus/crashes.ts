import { Case } from './testUtils/Case';
import { backOff, ended, waits } from './testUtils/podShape';
import { again, well, crashing } from './testUtils/podTroubles';

/** Containers that end, and those that once did. */
export const crashCases: readonly Case[] = [
  ['it ends with 1', 'failed crash-loop', s => s.sick(crashing(ended(1)))],
  ['it ends with 126', 'failed crash-loop', s => s.sick(crashing(ended(126)))],
  ['it ends with 127', 'failed crash-loop', s => s.sick(crashing(ended(127)))],
  [
    'it was killed, not for memory',
    'failed crash-loop',
    s => s.sick(crashing(ended(137))),
  ],
  [
    'it broke its memory',
    'failed crash-loop',
    s => s.sick(crashing(ended(139))),
  ],
  [
    'it was asked to end',
    'failed crash-loop',
    s => s.sick(crashing(ended(143))),
  ],
  [
    'it ends with a signal',
    'failed crash-loop',
    s => s.sick(crashing(ended(0, { reason: 'Error', signal: 11 }))),
  ],
  [
    'it ends well again and again',
    'failed crash-loop',
    s => s.sick(crashing(ended(0))),
  ],
  [
    'it takes too much memory',
    'failed out-of-memory',
    s => s.sick(crashing(ended(137, { reason: 'OOMKilled' }))),
  ],
  [
    'a child takes too much memory',
    'failed out-of-memory',
    s => s.sick(crashing(ended(1, { reason: 'OOMKilled' }))),
  ],
  [
    'all pods crash',
    'failed crash-loop',
    s => s.sick(crashing(ended(1)), { many: 3 }),
  ],
  [
    'it has just crashed and waits for nothing yet',
    'failed crash-loop',
    s =>
      s.sick({
        age: 2,
        containers: [{ state: ended(1, { since: 0.1 }), restarts: 1 }],
      }),
  ],
  [
    'it is down, says a state of years ago',
    'failed crash-loop',
    s =>
      s.sick({
        age: 3_000_000,
        containers: [
          {
            state: ended(1, { since: 2_999_000 }),
            last: ended(1, { since: 2_999_001 }),
            restarts: 2,
          },
        ],
      }),
  ],
  [
    'a back-off without its last end',
    'failed crash-loop',
    s =>
      s.sick({
        age: 30,
        containers: [{ state: waits('CrashLoopBackOff'), restarts: 3 }],
      }),
  ],
  [
    'a back-off under the first count',
    'failed crash-loop',
    s =>
      s.sick({
        age: 1,
        containers: [
          {
            state: waits('CrashLoopBackOff'),
            last: ended(1, { since: 0.1 }),
            restarts: 1,
          },
        ],
      }),
  ],
  [
    'between two crashes, not ready',
    'failed crash-loop',
    s =>
      s.sick({
        containers: [again(ended(1, { since: 2, ran: 0.5 }), { ready: false })],
      }),
  ],
  [
    'between two crashes, ready',
    'failed crash-loop',
    well(again(ended(1, { since: 2, ran: 0.5 }))),
  ],
  [
    'between two kills for memory, ready',
    'failed out-of-memory',
    well(again(ended(137, { since: 2, ran: 0.5, reason: 'OOMKilled' }))),
  ],
  [
    'crashes a moment after ours, by its clock',
    'failed crash-loop',
    well(again(ended(1, { since: -3, ran: 0.5 }))),
  ],
  [
    'many restarts, the last three days ago',
    'healthy',
    well(again(ended(1, { since: 4320 }), { since: 4320, restarts: 214 })),
  ],
  [
    'many restarts, the last twenty minutes ago',
    'healthy',
    well(
      again(ended(137, { since: 20, reason: 'OOMKilled' }), {
        since: 20,
        restarts: 40,
      }),
    ),
  ],
  [
    'one restart five minutes ago',
    'healthy',
    well(again(ended(1, { since: 5 }), { since: 5, restarts: 1 })),
  ],
  [
    'one restart just now, answering again',
    'healthy',
    well(
      again(ended(1, { since: 0.3, ran: 1430 }), { since: 0.3, restarts: 1 }),
    ),
  ],
  [
    'a restart now and then after long runs',
    'healthy',
    well(again(ended(1, { since: 3, ran: 700 }), { since: 3, restarts: 4 })),
  ],
  [
    'restarts that a reboot of the node made',
    'healthy',
    s =>
      s.pods(s.deployment().current, 3, {
        containers: [
          again(ended(255, { since: 3, ran: 1400, reason: 'Unknown' }), {
            since: 3,
            restarts: 1,
          }),
        ],
      }),
  ],
  [
    'the second container of two crashes',
    'failed crash-loop',
    s =>
      s.sick({
        age: 30,
        containers: [{}, { name: 'proxy', ...backOff(ended(1)) }],
      }),
  ],
  [
    'a time that is none',
    'failed crash-loop',
    s =>
      s.sick({
        containers: [
          {
            state: waits('CrashLoopBackOff'),
            last: {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                startedAt: null,
                finishedAt: null,
              },
            },
            restarts: 4,
          },
        ],
      }),
  ],
  [
    'an end at the beginning of time',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 3, {
        containers: [
          {
            restarts: 2,
            last: {
              terminated: {
                exitCode: 255,
                reason: 'Unknown',
                startedAt: '1970-01-01T00:00:00Z',
                finishedAt: '1970-01-01T00:00:00Z',
              },
            },
          },
        ],
      });
    },
  ],
  [
    'many restarts and no last end',
    'healthy',
    s => s.pods(s.deployment().current, 3, { containers: [{ restarts: 31 }] }),
  ],
  [
    'restarts beyond counting',
    'healthy',
    s =>
      s.pods(s.deployment().current, 3, {
        containers: [{ restarts: 2147483647, last: ended(1, { since: 900 }) }],
      }),
  ],
];
