import { nodeRooms, requestsOf } from './nodeRooms';
import { nodeRow } from './nodeRow';
import { podRow } from './podRow';
import { Json } from './testUtils';

const node = (name: string, over: Json = {}, spec: Json = {}) =>
  nodeRow({
    metadata: { name, uid: name },
    spec,
    status: {
      allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
      conditions: [{ type: 'Ready', status: 'True' }],
      ...over,
    },
  });

const container = (name: string, cpu: string, memory = '0') => ({
  name,
  resources: { requests: { cpu, memory } },
});

const pod = (name: string, spec: Json, status: Json = {}) =>
  podRow({ metadata: { name, uid: name }, spec, status });

describe('nodeRooms', () => {
  it('counts what pods ask for where they are, not those that have ended', () => {
    const rooms = nodeRooms(
      [
        node('a'),
        node('b'),
        node('closed', {}, { unschedulable: true }),
        node('lost', { conditions: [{ type: 'Ready', status: 'Unknown' }] }),
        node('silent', { allocatable: undefined }),
      ],
      [
        pod('1', {
          nodeName: 'a',
          containers: [container('x', '1500m', '2Gi')],
        }),
        pod('2', { nodeName: 'a', containers: [container('x', '500m')] }),
        pod(
          '3',
          { nodeName: 'b', containers: [container('x', '4')] },
          { phase: 'Succeeded' },
        ),
        pod('4', { nodeName: 'b', containers: [container('x', '9')] }),
        pod('5', { containers: [container('x', '1')] }),
      ],
    );
    expect(rooms).toEqual([
      { node: 'a', free: { cpu: 2, memory: 6 * 2 ** 30, pods: 108 } },
      { node: 'b', free: { cpu: 0, memory: 8 * 2 ** 30, pods: 109 } },
    ]);
  });

  it('takes what runs at start into account, beside what already runs then', () => {
    const spec = (init: string) => ({
      containers: [container('app', '1')],
      initContainers: [
        { ...container('proxy', '500m'), restartPolicy: 'Always' },
        container('migrate', init),
      ],
    });
    expect(requestsOf(pod('small', spec('200m'))).cpu).toBe(1.5);
    expect(requestsOf(pod('large', spec('3'))).cpu).toBe(3.5);
  });
});
