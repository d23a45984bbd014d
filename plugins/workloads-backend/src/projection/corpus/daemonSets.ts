import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { backOff, creating, ended, unscheduled } from './testUtils/podShape';
import { unready, onDelete } from './testUtils/podTroubles';

/** DaemonSets. */
export const daemonSetCases: readonly Case[] = [
  [
    'all is well',
    'healthy',
    s => s.pods(s.daemonSet([4]), 4, { revision: 'a' }),
  ],
  ['its pods are not seen', 'healthy', s => s.daemonSet([4])],
  ['no node is meant', 'healthy', s => s.daemonSet([0])],
  [
    'a pod where none should be',
    'healthy',
    s => s.pods(s.daemonSet([4], { misscheduled: 1 }), 5, { revision: 'a' }),
  ],
  [
    'made this moment',
    'progressing',
    s =>
      s.put('daemonsets', 'node-agent', {
        metadata: { generation: 1, creationTimestamp: ago(0.02) },
        spec: {},
        status: {
          currentNumberScheduled: 0,
          numberMisscheduled: 0,
          desiredNumberScheduled: 0,
          numberReady: 0,
        },
      }),
  ],
  [
    'a specification that its controller has not seen',
    'progressing',
    s =>
      s.pods(s.daemonSet([4], { over: { metadata: { generation: 5 } } }), 4, {
        revision: 'a',
      }),
  ],
  [
    'a rollout is under way',
    'progressing',
    s => {
      const set = s.daemonSet([4, 4, 3], { updated: 2 });
      s.pods(set, 2, { revision: 'a' });
      s.pod(set, { age: 1, revision: 'b' });
      s.pod(set, { ...unready(0.3), revision: 'b' });
    },
  ],
  [
    'updated by hand only',
    'healthy',
    s =>
      s.pods(s.daemonSet([4], { updated: 0, over: onDelete }), 4, {
        revision: 'a',
      }),
  ],
  [
    'one pod crashes',
    'failed crash-loop',
    s => {
      const set = s.daemonSet([4, 4, 3]);
      s.pods(set, 3, { revision: 'a' });
      s.pod(set, { containers: [backOff(ended(1))], revision: 'a' });
    },
  ],
  [
    'a node does not answer',
    'degraded node-lost',
    s => {
      const set = s.daemonSet([4, 4, 3]);
      s.pods(set, 3, { revision: 'a' });
      s.pod(set, {
        readySince: 5,
        conditions: [{ type: 'Ready', status: 'False' }],
        revision: 'a',
      });
    },
  ],
  [
    'a node has no room for it',
    'failed unschedulable',
    s => {
      const set = s.daemonSet([4, 4, 3]);
      s.pods(set, 3, { revision: 'a' });
      s.pod(set, {
        ...unscheduled(
          "0/4 nodes are available: 1 Insufficient cpu, 3 node(s) didn't match Pod's node affinity/selector.",
        ),
        revision: 'a',
      });
    },
  ],
  [
    'a rollout waits for a pod that does not answer',
    'failed rollout-stuck + not-ready',
    s => {
      const set = s.daemonSet([4, 4, 3], { updated: 1 });
      s.pods(set, 3, { revision: 'a' });
      s.pod(set, { ...unready(30), revision: 'b' });
    },
  ],
  [
    'a node has come',
    'progressing',
    s => {
      const set = s.daemonSet([5, 5, 4]);
      s.pods(set, 4, { revision: 'a' });
      s.pod(set, { age: 0.1, containers: [creating], revision: 'a' });
    },
  ],
  [
    'a node has come, its pod not yet',
    'progressing',
    s => s.pods(s.daemonSet([5, 4]), 4, { revision: 'a' }),
  ],
  [
    'ready pods that are not available yet',
    'progressing',
    s =>
      s.pods(
        s.daemonSet([4, 4, 4, 2], { over: { spec: { minReadySeconds: 120 } } }),
        4,
        { age: 1, revision: 'a' },
      ),
  ],
  [
    'a policy refuses',
    'failed admission',
    s => {
      const set = s.daemonSet([4, 0]);
      s.warn(
        'DaemonSet',
        set.of,
        'FailedCreate',
        'Error creating: admission webhook "validate.example.com" denied the request: hostPath is not allowed',
        { over: { source: { component: 'daemonset-controller' } } },
      );
    },
  ],
];
