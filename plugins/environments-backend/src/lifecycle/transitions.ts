import {
  EnvironmentState,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';

/** What moves an environment from one state to another. */
export type LifecycleEvent =
  /** A worker took the request up. */
  | { readonly type: 'plan' }
  /** The plan is made and a secret has to be given. */
  | { readonly type: 'need-secrets' }
  /** The plan is made and everything is there. */
  | { readonly type: 'provision' }
  /** All steps of creating, updating or waking are done. */
  | { readonly type: 'ready' }
  /** Somebody changed the specification, or takes changes of the baseline. */
  | { readonly type: 'update' }
  | { readonly type: 'sleep' }
  /** All steps of putting to sleep are done. */
  | { readonly type: 'asleep' }
  | { readonly type: 'wake' }
  /** A step stopped for good. */
  | { readonly type: 'fail' }
  /** Goes on at the step that stopped. */
  | { readonly type: 'retry'; readonly operation: Operation }
  /** Gives up what is not ready. */
  | { readonly type: 'cancel' }
  | { readonly type: 'delete' }
  /** The cluster holds nothing of it any more. */
  | { readonly type: 'gone' };

/** Name of an event. */
export type LifecycleEventType = LifecycleEvent['type'];

/**
 * Every state with the events that it takes. What is missing is refused. `retry` is not here: it leads back to the state
 * of the operation that stopped, see {@link stateOf}.
 */
export const TRANSITIONS: Readonly<
  Record<
    EnvironmentState,
    Readonly<Partial<Record<LifecycleEventType, EnvironmentState>>>
  >
> = {
  requested: {
    plan: 'planning',
    fail: 'failed',
    cancel: 'deleting',
    delete: 'deleting',
  },
  planning: {
    'need-secrets': 'needs-secrets',
    provision: 'provisioning',
    fail: 'failed',
    cancel: 'deleting',
    delete: 'deleting',
  },
  'needs-secrets': {
    // A change may need another secret, or none any more.
    plan: 'planning',
    update: 'planning',
    provision: 'provisioning',
    fail: 'failed',
    cancel: 'deleting',
    delete: 'deleting',
  },
  provisioning: {
    ready: 'ready',
    // A change while it is being created is made by the steps that are still to come, and by those done again.
    update: 'provisioning',
    'need-secrets': 'needs-secrets',
    fail: 'failed',
    cancel: 'deleting',
    delete: 'deleting',
  },
  ready: {
    update: 'updating',
    sleep: 'updating',
    // Its namespace vanished, or a secret of it was lost.
    fail: 'failed',
    delete: 'deleting',
  },
  updating: {
    ready: 'ready',
    asleep: 'asleep',
    update: 'updating',
    'need-secrets': 'needs-secrets',
    fail: 'failed',
    delete: 'deleting',
  },
  asleep: {
    wake: 'updating',
    // It is changed while it sleeps, and sleeps on.
    update: 'updating',
    fail: 'failed',
    delete: 'deleting',
  },
  failed: {
    update: 'updating',
    cancel: 'deleting',
    delete: 'deleting',
  },
  deleting: {
    fail: 'failed',
    // Asked twice.
    delete: 'deleting',
    gone: 'gone',
  },
  gone: {},
};

/** The state of an environment while an operation goes on. */
export function stateOf(operation: Operation): EnvironmentState {
  switch (operation) {
    case 'create':
      return 'provisioning';
    case 'delete':
      return 'deleting';
    default:
      return 'updating';
  }
}

/**
 * The state after an event; undefined when the state refuses it.
 */
export function next(
  state: EnvironmentState,
  event: LifecycleEvent,
): EnvironmentState | undefined {
  if (event.type === 'retry') {
    return state === 'failed' ? stateOf(event.operation) : undefined;
  }
  return TRANSITIONS[state][event.type];
}
