import { Json, ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { Scene } from './testUtils/Scene';

const conditions = (...all: Json[]): Json => ({ status: { conditions: all } });

const progressing = (over: Json): Json => ({
  type: 'Progressing',
  status: 'True',
  reason: 'NewReplicaSetAvailable',
  ...over,
});

const served = (s: Scene, over: Json): void =>
  s.pods(s.deployment({ over }).current, 3);

const bare =
  (status: Json, spec: Json = {}): Case[2] =>
  s =>
    s.put('pods', 'lone', { spec, status });

/** Objects as old, new, faulty or careless writers leave them. */
export const oddCases: readonly Case[] = [
  [
    'counts of one, and conditions without times',
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
          conditions: [{ type: 'Available', status: 'True' }],
        },
      }),
  ],
  [
    'nothing but a name',
    'progressing',
    s => s.put('deployments', 'pricing', {}),
  ],
  [
    'every field that can be is null',
    'progressing',
    s =>
      s.put('deployments', 'pricing', {
        metadata: {
          generation: 1,
          labels: null,
          annotations: null,
          ownerReferences: null,
        },
        spec: { replicas: 1, selector: null, template: null, strategy: null },
        status: { observedGeneration: 1, conditions: null, replicas: null },
      }),
  ],
  [
    'conditions told twice',
    'healthy',
    s =>
      served(
        s,
        conditions(progressing({}), progressing({}), {
          type: 'Available',
          status: 'True',
        }),
      ),
  ],
  [
    'conditions and fields of the future',
    'healthy',
    s =>
      served(s, {
        spec: { mood: 'calm', replicaPolicy: { kind: 'Tidal' } },
        status: {
          conditions: [
            progressing({}),
            { type: 'Blessed', status: 'Perhaps', severity: 9 },
          ],
          terminatingReplicas: 0,
          mood: null,
        },
      }),
  ],
  [
    'counts below zero',
    'healthy',
    s =>
      served(s, {
        status: { unavailableReplicas: -2, terminatingReplicas: -1 },
      }),
  ],
  [
    'a generation of many years',
    'healthy',
    s =>
      served(s, {
        metadata: { generation: 2147483648 },
        status: { observedGeneration: 2147483648 },
      }),
  ],
  [
    'without a generation',
    'healthy',
    s =>
      served(s, {
        metadata: { generation: undefined },
        status: { observedGeneration: undefined },
      }),
  ],
  [
    'a status that is ahead of the specification we know',
    'healthy',
    s => served(s, { status: { observedGeneration: 7 } }),
  ],
  [
    'a lone pod without a status',
    'progressing',
    s =>
      s.put('pods', 'lone', {
        metadata: { creationTimestamp: ago(0.02) },
        spec: { containers: [{ name: 'app', image: 'a:1' }] },
      }),
  ],
  [
    'a lone pod on a node, without a status',
    'progressing',
    s =>
      s.put('pods', 'lone', {
        metadata: { creationTimestamp: ago(0.02) },
        spec: { nodeName: 'n', containers: [{ name: 'app', image: 'a:1' }] },
      }),
  ],
  [
    'a lone pod that is ready and says no more',
    'healthy',
    bare({ phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }),
  ],
  [
    'a lone pod in a back-off that its specification does not name',
    'failed crash-loop',
    bare({
      phase: 'Running',
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
      ],
      containerStatuses: [
        { name: 'nginx', state: { waiting: { reason: 'CrashLoopBackOff' } } },
      ],
    }),
  ],
  [
    'a lone pod that finds no node, without times',
    'failed unschedulable',
    bare({
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
      ],
    }),
  ],
  [
    'a lone pod that has ended badly and says no more',
    'failed other',
    bare({
      phase: 'Failed',
      conditions: [{ type: 'Ready', status: 'False', reason: 'PodCompleted' }],
    }),
  ],
  [
    'a lone pod that has ended well and says no more',
    'healthy',
    bare({
      phase: 'Succeeded',
      conditions: [{ type: 'Ready', status: 'False', reason: 'PodCompleted' }],
    }),
  ],
  [
    'a lone pod with lists of nothing',
    'healthy',
    bare(
      {
        phase: 'Running',
        conditions: [null, { type: 'Ready', status: 'True' }, 7],
        containerStatuses: [null, 'x'],
      },
      { containers: [null] },
    ),
  ],
];
