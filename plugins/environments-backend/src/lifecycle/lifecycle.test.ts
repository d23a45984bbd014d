import {
  EnvironmentState,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject } from '../objects';
import { availableActions } from './availableActions';
import { decideRetry } from './decideRetry';
import { readiness } from './readiness';
import { sleepChange, sleepRefusal, wakeChange } from './sleeping';
import { nextStep, stepsOf } from './stepsOf';
import {
  LifecycleEvent,
  LifecycleEventType,
  next,
  TRANSITIONS,
} from './transitions';

const STATES = Object.keys(TRANSITIONS) as EnvironmentState[];
const OPERATIONS: Operation[] = ['create', 'update', 'sleep', 'wake', 'delete'];

function walk(...events: LifecycleEvent[]): (EnvironmentState | undefined)[] {
  let state: EnvironmentState | undefined = 'requested';
  return events.map(event => {
    state = state && next(state, event);
    return state;
  });
}

describe('the states of an environment', () => {
  it('lead from a request to an end', () => {
    expect(
      walk(
        { type: 'plan' },
        { type: 'need-secrets' },
        { type: 'provision' },
        { type: 'ready' },
        { type: 'update' },
        { type: 'ready' },
        { type: 'sleep' },
        { type: 'asleep' },
        { type: 'wake' },
        { type: 'fail' },
        { type: 'retry', operation: 'wake' },
        { type: 'ready' },
        { type: 'delete' },
        { type: 'gone' },
        { type: 'delete' },
      ),
    ).toEqual([
      'planning',
      'needs-secrets',
      'provisioning',
      'ready',
      'updating',
      'ready',
      'updating',
      'asleep',
      'updating',
      'failed',
      'updating',
      'ready',
      'deleting',
      'gone',
      undefined,
    ]);
  });

  it('can be deleted from everywhere but the end, and nothing leads back from deleting but its own failure', () => {
    for (const state of STATES.filter(one => one !== 'gone')) {
      expect(next(state, { type: 'delete' })).toBe('deleting');
    }
    expect(Object.values(TRANSITIONS.deleting).sort()).toEqual([
      'deleting',
      'failed',
      'gone',
    ]);
    expect(next('failed', { type: 'retry', operation: 'delete' })).toBe(
      'deleting',
    );
    expect(TRANSITIONS.gone).toEqual({});
  });

  it('reach the end and ready from every state', () => {
    const reach = (from: EnvironmentState) => {
      const seen = new Set<EnvironmentState>([from]);
      for (const state of seen) {
        Object.values(TRANSITIONS[state]).forEach(one => seen.add(one));
        if (state === 'failed') {
          OPERATIONS.forEach(operation =>
            seen.add(next(state, { type: 'retry', operation })!),
          );
        }
      }
      return seen;
    };
    for (const state of STATES) {
      expect(reach(state)).toContain('gone');
      expect(reach(state).has('ready')).toBe(state !== 'gone');
    }
  });

  it('refuse to retry what has not failed', () => {
    for (const state of STATES.filter(one => one !== 'failed')) {
      expect(
        next(state, { type: 'retry', operation: 'create' }),
      ).toBeUndefined();
    }
    const events: LifecycleEventType[] = ['ready', 'asleep', 'gone'];
    expect(
      events.filter(type => next('ready', { type } as LifecycleEvent)),
    ).toEqual([]);
  });

  it('offer what they take', () => {
    expect(availableActions('ready', 'create')).toEqual([
      'update',
      'extend',
      'sleep',
      'resync',
      'delete',
    ]);
    expect(availableActions('asleep', 'sleep')).toEqual([
      'update',
      'extend',
      'wake',
      'delete',
    ]);
    expect(availableActions('failed', 'create')).toEqual([
      'update',
      'extend',
      'retry',
      'cancel',
      'delete',
    ]);
    expect(availableActions('failed', 'delete')).toEqual([
      'update',
      'extend',
      'retry',
      'delete',
    ]);
    expect(availableActions('deleting', 'delete')).toEqual(['delete']);
    expect(availableActions('gone', 'delete')).toEqual([]);
  });
});

describe('the steps of an operation', () => {
  it('go on at the first that is not done', () => {
    for (const operation of OPERATIONS) {
      const steps = stepsOf(operation);
      expect(new Set(steps).size).toBe(steps.length);
      expect(steps[steps.length - 1]).toBe('list');
      steps.forEach((step, index) => {
        expect(nextStep(operation, steps.slice(0, index))).toBe(step);
      });
      expect(nextStep(operation, steps)).toBeUndefined();
    }
  });
});

describe('decideRetry', () => {
  it('waits longer each time, up to a bound, spread by chance and never less than asked for', () => {
    const delay = (attempt: number, random: number, retryAfterMs?: number) => {
      const decision = decideRetry(
        { status: 429, message: 'slow', retryAfterMs },
        attempt,
        random,
      );
      return decision.retry ? decision.delayMs : -1;
    };
    expect([1, 2, 3, 4].map(attempt => delay(attempt, 1))).toEqual([
      500, 1000, 2000, 4000,
    ]);
    expect(delay(1, 0)).toBe(250);
    expect(delay(20, 1)).toBe(30_000);
    expect(delay(1, 0, 9_000)).toBe(9_000);
    expect(delay(25, 0)).toBe(-1);
  });

  it.each([
    [undefined, true, 'unreachable'],
    [409, true, 'waiting'],
    [500, true, 'waiting'],
    [503, true, 'waiting'],
    [400, false, 'refused'],
    [401, false, 'refused'],
    [403, false, 'refused'],
    [404, false, 'refused'],
    [422, false, 'refused'],
  ])('takes %s as passing: %s', (status, retry, code) => {
    expect(
      decideRetry({ status, message: 'word for word' }, 1, 0.5),
    ).toMatchObject({
      retry,
      reason: { code, message: 'word for word' },
    });
  });

  it('stops at a quota and keeps its words', () => {
    const message =
      'pods "x" is forbidden: exceeded quota: domaindeck-size, requested: pods=1, used: pods=20, limited: pods=20';
    expect(decideRetry({ status: 403, message }, 1, 0)).toEqual({
      retry: false,
      reason: { code: 'quota', message },
    });
  });
});

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

describe('sleeping', () => {
  it('stores what was once and never the zero of a second sleep', () => {
    const awake = deployment(UP, { replicas: 3 });
    const first = sleepChange(awake)!;
    expect(first.spec).toEqual({ replicas: 0 });
    const asleep = {
      ...awake,
      metadata: {
        ...awake.metadata,
        annotations: first.annotations as Record<string, string>,
      },
      spec: { replicas: 0 },
    };
    expect(sleepChange(asleep)).toBeUndefined();
    // Somebody scaled it up in its sleep.
    expect(sleepChange({ ...asleep, spec: { replicas: 5 } })).toEqual({
      annotations: {},
      spec: { replicas: 0 },
    });
    expect(wakeChange(asleep)?.spec).toEqual({ replicas: 3 });
    expect(wakeChange(awake)).toBeUndefined();
  });

  it('keeps a paused run paused, and survives a broken note', () => {
    const cron = { ...deployment({}, { suspend: true }), kind: 'CronJob' };
    const change = sleepChange(cron)!;
    const asleep = {
      ...cron,
      metadata: {
        ...cron.metadata,
        annotations: change.annotations as Record<string, string>,
      },
    };
    expect(wakeChange(asleep)?.spec).toEqual({ suspend: true });
    const broken = deployment(UP);
    broken.metadata.annotations = { 'domaindeck.io/before-sleep': '{' };
    expect(wakeChange(broken)?.spec).toEqual({ replicas: 1 });
  });

  it('refuses what somebody else would wake at once', () => {
    const held = deployment(UP);
    held.metadata.annotations = { 'argocd.argoproj.io/tracking-id': 'x' };
    expect(sleepRefusal(held)).toBe('argo-cd');
    held.metadata = {
      name: 'x',
      labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' },
    };
    expect(sleepRefusal(held)).toBe('flux');
    expect(sleepRefusal(deployment(UP))).toBeUndefined();
  });
});
