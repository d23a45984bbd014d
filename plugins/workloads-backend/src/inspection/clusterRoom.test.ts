import { nodeRow } from '../projection/nodeRow';
import { podRow } from '../projection/podRow';
import { clusterRoom } from './clusterRoom';

const GIB = 2 ** 30;

const node = (name: string, status: object = {}, spec: object = {}) =>
  nodeRow({
    metadata: { name, uid: name },
    spec,
    status: {
      allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
      conditions: [{ type: 'Ready', status: 'True' }],
      ...status,
    },
  });

const pod = (
  [namespace, name]: readonly [string, string],
  nodeName: string | undefined,
  cpu: string,
  phase = 'Running',
) =>
  podRow({
    metadata: { namespace, name, uid: `${namespace}/${name}` },
    spec: {
      nodeName,
      containers: [
        { name: 'x', resources: { requests: { cpu, memory: '1Gi' } } },
      ],
    },
    status: { phase },
  });

describe('clusterRoom', () => {
  it('adds up nodes that take pods, and what the pods there ask for, by namespace', () => {
    const room = clusterRoom(
      [
        node('a'),
        node('b'),
        node('closed', {}, { unschedulable: true }),
        node('lost', { conditions: [{ type: 'Ready', status: 'Unknown' }] }),
      ],
      [
        pod(['shop', '1'], 'a', '1500m'),
        pod(['shop', '2'], 'b', '500m'),
        pod(['bank', '1'], 'b', '250m', 'Pending'),
        pod(['bank', 'done'], 'b', '2', 'Succeeded'),
        pod(['bank', 'waits'], undefined, '2', 'Pending'),
        pod(['bank', 'there'], 'closed', '2'),
      ],
    );
    expect(room).toEqual({
      allocatable: { cpu: 8, memory: 16 * GIB, pods: 220 },
      namespaces: [
        { namespace: 'bank', requested: { cpu: 0.25, memory: GIB, pods: 1 } },
        { namespace: 'shop', requested: { cpu: 2, memory: 2 * GIB, pods: 2 } },
      ],
    });
  });

  it('has no room where no node is known', () => {
    expect(clusterRoom([], [pod(['shop', '1'], 'a', '1')])).toEqual({
      allocatable: { cpu: 0, memory: 0, pods: 0 },
      namespaces: [],
    });
  });
});
