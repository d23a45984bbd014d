import { nodeRooms } from '../nodeRooms';
import { nodeRow } from '../nodeRow';
import { projectNamespace } from '../projectNamespace';
import {
  ago,
  FakeNamespace,
  Json,
  NOW,
  sickWorkload,
  waiting,
} from '../testUtils';
import { probeAnswer } from './probeAnswer';

const pull = (message: string) =>
  sickWorkload({
    container: {
      image: 'registry.example.com:5000/payments/risk:3.1.0',
      state: waiting('ErrImagePull', message),
    },
    pod: { status: { phase: 'Pending' } },
  }).problems[0];

const unplaced = (message: string, over: Json = {}): Json => ({
  spec: { nodeName: undefined, ...over },
  status: {
    phase: 'Pending',
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
        lastTransitionTime: ago(5),
      },
    ],
    containerStatuses: [],
  },
});

describe('what a registry said', () => {
  it.each([
    ['not-found', 'failed to resolve reference "x": x: not found'],
    [
      'not-found',
      'pull access denied for risk, repository does not exist or may require authorization',
    ],
    [
      'refused',
      'failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
    ],
    [
      'throttled',
      '429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit',
    ],
    [
      'unknown-host',
      'failed to do request: Head "https://registry.example.com:5000/v2": dial tcp: lookup registry.example.com: no such host',
    ],
    [
      'unreachable',
      'failed to do request: Head "https://registry.example.com:5000/v2": dial tcp 10.0.0.9:5000: i/o timeout',
    ],
  ])('%s: %s', (cause, message) => {
    expect(pull(message).params).toMatchObject({
      cause,
      registry: 'registry.example.com:5000',
    });
  });
});

describe('what a check got for an answer', () => {
  it.each([
    [
      'HTTP probe failed with statuscode: 503',
      { answer: 'status', status: 503 },
    ],
    [
      'Get "http://10.1.2.3:8080/ready": dial tcp 10.1.2.3:8080: connect: connection refused',
      { answer: 'refused' },
    ],
    [
      'Get "http://10.1.2.3:8080/ready": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      { answer: 'timeout' },
    ],
    ['command timed out', { answer: 'timeout' }],
    [
      'service unhealthy (responded with "NOT_SERVING")',
      { answer: 'unhealthy' },
    ],
    ['Get "http://10.1.2.3:8080/": EOF', { answer: 'reset' }],
    ['cat: /tmp/healthy: No such file or directory', {}],
  ])('%s', (message, answer) => {
    expect(probeAnswer(`Readiness probe failed: ${message}`)).toEqual(answer);
  });
});

describe('pods that find no node', () => {
  it.each([
    [
      '0/5 nodes are available: 3 node(s) had volume node affinity conflict, 2 node(s) had untolerated taint {node-role: control}.',
      'its volume cannot be reached from 3 of 5 nodes',
    ],
    [
      "0/5 nodes are available: 5 node(s) didn't have free ports for the requested pod ports. preemption: none",
      'the port that it asks is taken on 5 of 5 nodes',
    ],
    ['no nodes available to schedule pods', 'the cluster has none'],
    [
      "0/5 nodes are available: 5 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/5 nodes are available.",
      'its node selector rules out 5 of 5 nodes',
    ],
  ])('%s', (message, words) => {
    expect(sickWorkload({ pod: unplaced(message) }).problems[0]).toMatchObject({
      code: 'unschedulable',
      message: `1 of 3 pods waits for a node: ${words}`,
    });
  });

  it('say which claim has no volume, when there is one', () => {
    const message =
      '0/5 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: none';
    const claim = (name: string) => ({
      name,
      persistentVolumeClaim: { claimName: name },
    });
    const problem = (...names: string[]) =>
      sickWorkload({
        pod: unplaced(message, { volumes: names.map(claim) }),
      }).problems[0];
    expect(problem('data')).toMatchObject({
      code: 'volume',
      message: '1 of 3 pods cannot start: volume claim data has no volume yet',
    });
    expect(problem('data', 'logs').message).toBe(
      '1 of 3 pods cannot start: a volume claim has no volume yet',
    );
  });

  it('say by how much the freest node falls short', () => {
    const namespace = new FakeNamespace();
    const { replicaSet } = namespace.deployment('pricing', 1);
    namespace.pod(
      { kind: 'ReplicaSet', of: replicaSet },
      'x',
      { ready: false, resources: { requests: { memory: '12Gi' } } },
      unplaced('0/2 nodes are available: 2 Insufficient memory.'),
    );
    const node = (name: string, memory: string) =>
      nodeRow({
        metadata: { name, uid: name },
        status: {
          allocatable: { cpu: '4', memory },
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      });
    const look = (...sizes: string[]) =>
      projectNamespace(
        {
          ...namespace.rows(),
          roomOfNodes: () =>
            nodeRooms(
              sizes.map((size, index) => node(`n${index}`, size)),
              [],
            ),
        },
        NOW,
      )[0].problems[0];
    expect(look('8Gi', '10Gi')).toMatchObject({
      message:
        'The only pod waits for a node: 2 of 2 nodes have too little memory for the 12 GiB that a pod asks, at best 2 GiB short',
      params: { free: 10 * 2 ** 30, short: 2 * 2 ** 30, node: 'n1' },
    });
    // Room that came in the meantime makes no nonsense of the sentence.
    expect(look('64Gi').params).not.toHaveProperty('short');
  });
});

describe('pods that may not be created', () => {
  it.each([
    [
      'Internal error occurred: failed calling webhook "images.example.com": failed to call webhook: Post "https://x": context deadline exceeded',
      'webhook images.example.com, which is asked first, does not answer',
    ],
    [
      'pods "x" is forbidden: minimum cpu usage per Container is 100m, but request is 10m',
      'the namespace bounds cpu at 100m, 10m is asked',
    ],
    [
      'pods "x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
      'refused by restricted',
    ],
  ])('%s', (message, words) => {
    const namespace = new FakeNamespace();
    namespace.deployment('pricing', 1, {
      status: {
        replicas: 0,
        readyReplicas: 0,
        // Where the ReplicaSet may not be read, the Deployment repeats it.
        conditions: [{ type: 'ReplicaFailure', status: 'True', message }],
      },
    });
    expect(projectNamespace(namespace.rows(), NOW)[0].problems).toMatchObject([
      {
        code: 'admission',
        message: `1 pod cannot be created: ${words}`,
      },
    ]);
  });
});

describe('a container that may not run as root', () => {
  it('does not lack configuration', () => {
    expect(
      sickWorkload({
        container: {
          state: waiting(
            'CreateContainerConfigError',
            'container has runAsNonRoot and image will run as root (pod: "x", container: app)',
          ),
        },
        pod: { status: { phase: 'Pending' } },
      }).problems[0],
    ).toMatchObject({
      code: 'container-start',
      message:
        '1 of 3 pods cannot start: the image of container app runs as root, which the pod forbids',
    });
  });
});
