import {
  EnvironmentState,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';
import { availableActions } from './availableActions';
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
