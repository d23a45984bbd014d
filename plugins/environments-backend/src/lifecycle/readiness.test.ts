import { KubernetesObject } from '../objects';
import { readiness } from './readiness';

function deployment(status: object, spec: object = {}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders', generation: 2 },
    spec: { replicas: 1, ...spec },
    status: { observedGeneration: 2, ...status },
  } as KubernetesObject;
}

function pod(status: object): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'orders-1', uid: 'p1' },
    status,
  } as KubernetesObject;
}

const UP = {
  replicas: 1,
  readyReplicas: 1,
  updatedReplicas: 1,
  availableReplicas: 1,
};

describe('readiness', () => {
  it('believes only what was seen of the present specification', () => {
    expect(readiness(deployment(UP), []).health).toBe('healthy');
    expect(
      readiness(deployment({ ...UP, observedGeneration: 1 }), []).health,
    ).toBe('degraded');
    expect(readiness(deployment({ ...UP, replicas: 2 }), []).health).toBe(
      'degraded',
    );
    expect(readiness(deployment({}, { replicas: 0 }), []).health).toBe(
      'suspended',
    );
    const set = {
      ...deployment({ readyReplicas: 1, updatedReplicas: 1 }),
      kind: 'StatefulSet',
    };
    expect(readiness(set, []).health).toBe('healthy');
  });

  it.each([
    [
      'image-missing',
      'failed',
      {
        containerStatuses: [
          {
            name: 'a',
            state: {
              waiting: { reason: 'ImagePullBackOff', message: 'not found' },
            },
          },
        ],
      },
    ],
    [
      'crashing',
      'failed',
      {
        containerStatuses: [
          {
            name: 'a',
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
          },
        ],
      },
    ],
    [
      'crashing',
      'failed',
      {
        initContainerStatuses: [
          {
            name: 'migrate',
            state: { terminated: { exitCode: 1, reason: 'Error' } },
          },
        ],
      },
    ],
    [
      'missing-config',
      'failed',
      {
        containerStatuses: [
          {
            name: 'a',
            state: {
              waiting: {
                reason: 'CreateContainerConfigError',
                message: 'secret "x" not found',
              },
            },
          },
        ],
      },
    ],
    [
      'no-room',
      'progressing',
      {
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/3 nodes',
          },
        ],
      },
    ],
    [
      'starting',
      'progressing',
      {
        containerStatuses: [
          {
            name: 'a',
            ready: false,
            state: { running: { startedAt: '2026-01-05T12:00:00Z' } },
          },
        ],
      },
    ],
    [
      'pulling',
      'progressing',
      {
        containerStatuses: [
          { name: 'a', state: { waiting: { reason: 'ContainerCreating' } } },
        ],
      },
    ],
  ])('explains %s', (code, health, status) => {
    expect(readiness(deployment({}), [pod(status)])).toMatchObject({
      health,
      reason: { code },
    });
  });

  it('tells of a quota, and of a volume that does not come', () => {
    const message = 'exceeded quota: domaindeck-size';
    const refused = deployment({
      conditions: [{ type: 'ReplicaFailure', status: 'True', message }],
    });
    expect(readiness(refused, [])).toMatchObject({
      health: 'failed',
      reason: { code: 'quota', message },
    });
    const event = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'e' },
      reason: 'FailedMount',
      message: 'no volume',
      involvedObject: { uid: 'p1' },
    };
    const making = pod({
      containerStatuses: [
        { name: 'a', state: { waiting: { reason: 'ContainerCreating' } } },
      ],
    });
    expect(readiness(deployment({}), [making], [event]).reason).toMatchObject({
      code: 'missing-config',
      message: 'no volume',
    });
  });
});
