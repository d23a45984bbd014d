import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { ended, up } from './testUtils/podShape';
import { again, well } from './testUtils/podTroubles';

/** Pods whose node is gone, is changed or has another clock. */
export const nodeCases: readonly Case[] = [
  [
    'its node does not answer',
    'degraded node-lost',
    s =>
      s.sick({
        readySince: 3,
        conditions: [{ type: 'Ready', status: 'False' }],
        over: { status: { reason: undefined } },
      }),
  ],
  [
    'its node is lost, in the words of old clusters',
    'degraded node-lost',
    s =>
      s.sick({
        phase: 'Unknown',
        readySince: 3,
        conditions: [{ type: 'Ready', status: 'Unknown' }],
        over: {
          status: {
            reason: 'NodeLost',
            message:
              'Node sh-w-31 which was running pod pricing is unresponsive',
          },
        },
      }),
  ],
  [
    'nobody knows its phase',
    'degraded node-lost',
    s =>
      s.sick({
        phase: 'Unknown',
        readySince: 3,
        conditions: [{ type: 'Ready', status: 'Unknown' }],
      }),
  ],
  [
    'its events tell of a back-off that is over',
    'healthy',
    s => {
      const { current } = s.deployment();
      s.pods(current, 2);
      s.warn(
        'Pod',
        s.pod(current, {
          containers: [
            again(ended(1, { since: 25 }), { since: 25, restarts: 5 }),
          ],
        }),
        'BackOff',
        'Back-off restarting failed container app',
        { first: 50, last: 26 },
      );
    },
  ],
  [
    'it does not fit when it is resized',
    'healthy',
    well(
      {},
      {
        conditions: [
          {
            type: 'PodResizePending',
            status: 'True',
            reason: 'Infeasible',
            message:
              "Node didn't have enough capacity: memory, requested: 68719476736, capacity: 33567891456",
          },
        ],
      },
    ),
  ],
  [
    'a resize waits for room',
    'healthy',
    well(
      {},
      {
        conditions: [
          {
            type: 'PodResizePending',
            status: 'True',
            reason: 'Deferred',
            message: "Node didn't have enough resource: cpu",
          },
        ],
      },
    ),
  ],
  [
    'a drain shall move it',
    'healthy',
    well(
      {},
      {
        conditions: [
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'EvictionByEvictionAPI',
            message: 'Eviction API: evicting',
          },
        ],
      },
    ),
  ],
  [
    'conditions of the future',
    'healthy',
    well(
      {},
      {
        conditions: [
          { type: 'AllContainersRestarting', status: 'False' },
          {
            type: 'example.com/Blessed',
            status: 'Unknown',
            observedGeneration: 9,
          },
        ],
      },
    ),
  ],
  [
    'a ready pod from the future',
    'healthy',
    well(
      { state: up(-4) },
      { age: -4, over: { metadata: { creationTimestamp: ago(-4) } } },
    ),
  ],
  [
    'a starting pod from the future',
    'progressing',
    s => s.sick({ age: -4, containers: [{ ready: false, state: up(-4) }] }),
  ],
];
