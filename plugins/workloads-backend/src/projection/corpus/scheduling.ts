import { ago } from '../testUtils';
import { Case } from './testUtils/Case';
import { ended, unscheduled, up, waits } from './testUtils/podShape';

const noNode = (message: string, expected = 'failed unschedulable'): Case => [
  message,
  expected,
  s => s.sick(unscheduled(message)),
];

const none =
  'preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod.';

/** Pods that find no node. */
export const schedulingCases: readonly Case[] = [
  noNode(`0/5 nodes are available: 5 Insufficient cpu. ${none}`),
  noNode('0/3 nodes are available: 1 Insufficient cpu, 2 Insufficient memory.'),
  noNode('0/3 nodes are available: 3 Insufficient nvidia.com/gpu.'),
  noNode('0/3 nodes are available: 3 Insufficient ephemeral-storage.'),
  noNode('0/3 nodes are available: 3 Too many pods.'),
  noNode(
    '0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) had untolerated taint {dedicated: gpu}.',
  ),
  noNode('0/3 nodes are available: 3 node(s) were unschedulable.'),
  noNode(
    "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
  ),
  noNode(
    "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.",
  ),
  noNode(
    "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints.",
  ),
  noNode(
    "0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.",
  ),
  noNode(
    '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
  ),
  noNode('0/3 nodes are available: 3 node(s) exceed max volume count.'),
  noNode('no nodes available to schedule pods'),
  noNode(
    '0/3 nodes are available: 3 cannot allocate all claims. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
  ),
  noNode(
    '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    'failed volume',
  ),
  noNode(
    '0/3 nodes are available: persistentvolumeclaim "data" not found.',
    'failed volume',
  ),
  [
    'no node for ten seconds',
    'progressing unschedulable',
    s =>
      s.sick(unscheduled('0/3 nodes are available: 3 Insufficient cpu.', 0.15)),
  ],
  [
    'no node, and all pods of a first release',
    'failed unschedulable',
    s =>
      s.sick(unscheduled('0/3 nodes are available: 3 Insufficient cpu.', 3), {
        many: 3,
        rollout: ['under-way', 3],
      }),
  ],
  [
    'hundred pods, one without an image',
    'failed image-pull',
    s => {
      const { current } = s.deployment({ current: [100, 100, 99] });
      s.pods(current, 99);
      s.pod(current, {
        age: 5,
        containers: [{ state: waits('ImagePullBackOff') }],
      });
    },
  ],
  [
    'two causes at once',
    'failed crash-loop + unschedulable',
    s => {
      const { current } = s.deployment({ current: [3, 3, 1] });
      s.pod(current);
      s.pod(current, {
        age: 20,
        containers: [
          { state: waits('CrashLoopBackOff'), last: ended(1), restarts: 5 },
        ],
      });
      s.pod(
        current,
        unscheduled('0/3 nodes are available: 3 Insufficient cpu.'),
      );
    },
  ],
  [
    'a young pod beside one that does not answer',
    'degraded not-ready',
    s => {
      const { current } = s.deployment({ current: [3, 3, 1] });
      s.pod(current);
      s.pod(current, { age: 40, containers: [{ ready: false }] });
      s.pod(current, {
        age: 0.3,
        containers: [{ ready: false, state: up(0.2) }],
      });
    },
  ],
  [
    'an autoscaler asks for pods that find no node yet',
    'progressing unschedulable',
    s => {
      const { current } = s.deployment({ current: [6, 6, 3] });
      s.pods(current, 3);
      s.pods(current, 3, {
        age: 0.5,
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/3 nodes are available: 3 Insufficient cpu.',
            lastTransitionTime: ago(0.5),
          },
        ],
        over: {
          spec: { nodeName: undefined },
          status: { containerStatuses: undefined, startTime: undefined },
        },
      });
    },
  ],
];
