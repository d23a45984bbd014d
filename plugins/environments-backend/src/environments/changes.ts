import { ConflictError, InputError } from '@backstage/errors';
import {
  Operation,
  Specification,
  SpecificationPatch,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { LifecycleEvent, next, stateOf } from '../lifecycle';
import { checkExtend, missedNotices } from '../policy';
import { freshSteps, nextLookFields, resumedSteps } from '../reconciler';
import { EnvironmentChange, StoredEnvironment } from '../store/types';

/** What a person asks of an environment, as it is written. All times are milliseconds since the epoch. */
export interface AskedChange {
  readonly change: EnvironmentChange;
  /** Whether a worker has to begin something else. */
  readonly wish: boolean;
}

/** @throws ConflictError when the state takes no such event */
function moved(environment: StoredEnvironment, event: LifecycleEvent) {
  const state = next(environment.state, event);
  if (state === undefined) {
    throw new ConflictError(
      `The environment "${environment.name}" is ${environment.state}; this cannot be done now`,
    );
  }
  return state;
}

/** A changed specification. It begins anew with the plan; what is done already is found done. */
export function askUpdate(
  environment: StoredEnvironment,
  specification: Specification,
): AskedChange {
  const state = moved(environment, { type: 'update' });
  // One that was never ready goes on being created.
  const operation: Operation =
    state === 'planning' || state === 'provisioning' ? 'create' : 'update';
  return {
    change: {
      fields: {
        state,
        operation,
        specification,
        collaborators: specification.collaborators ?? [],
        generation: environment.generation + 1,
        unset: ['problem'],
      },
      steps: freshSteps(operation),
    },
    wish: true,
  };
}

/** The specification with what a patch gives in place of what was there. */
export function patched(
  specification: Specification,
  patch: SpecificationPatch,
): Specification {
  const { generation: _generation, sleepWhenUnused, ...rest } = patch;
  const { sleepWhenUnused: former, ...kept } = specification;
  const sleep = sleepWhenUnused === undefined ? former : sleepWhenUnused;
  return {
    ...kept,
    ...rest,
    ...(typeof sleep === 'string' ? { sleepWhenUnused: sleep } : {}),
  };
}

/** Sleep, wake or delete, from its first step. */
export function askOperation(
  environment: StoredEnvironment,
  operation: 'sleep' | 'wake' | 'delete',
): AskedChange {
  const state = moved(environment, { type: operation });
  if (operation === 'delete' && environment.state === 'deleting') {
    return { change: {}, wish: false };
  }
  return {
    change: {
      fields: {
        state,
        operation,
        unset: [
          'problem',
          ...(operation === 'wake' ? (['asleepSince'] as const) : []),
        ],
      },
      steps: freshSteps(operation),
    },
    wish: true,
  };
}

/** Gives up what was never ready. @throws ConflictError for one that was */
export function askCancel(environment: StoredEnvironment): AskedChange {
  if (environment.operation !== 'create') {
    throw new ConflictError(
      `The environment "${environment.name}" was ready already; it is deleted with its typed name`,
    );
  }
  const state = moved(environment, { type: 'cancel' });
  return {
    change: {
      fields: { state, operation: 'delete', unset: ['problem'] },
      steps: freshSteps('delete'),
    },
    wish: true,
  };
}

/** Goes on at the step that stopped. */
export function askRetry(
  environment: StoredEnvironment,
  steps: readonly Step[],
): AskedChange {
  const { operation } = environment;
  moved(environment, { type: 'retry', operation });
  return {
    change: {
      fields: { state: stateOf(operation), unset: ['problem'] },
      steps: resumedSteps(steps),
    },
    wish: true,
  };
}

const SETTLED: readonly StoredEnvironment['state'][] = [
  'ready',
  'asleep',
  'failed',
  'needs-secrets',
];

/** Another end. @throws InputError for one that is past or beyond the longest life */
export function askExtend(
  environment: StoredEnvironment,
  expiresAt: number,
  given: {
    readonly maxLifeMs: number;
    readonly noticesMs: readonly number[];
    readonly now: number;
  },
): AskedChange {
  if (environment.state === 'deleting' || environment.state === 'gone') {
    throw new ConflictError(
      `The environment "${environment.name}" is ${environment.state}`,
    );
  }
  const refusal = checkExtend(
    { ...environment, maxLifeMs: given.maxLifeMs },
    expiresAt,
    given.now,
  );
  if (refusal) {
    const latest = new Date(environment.createdAt + given.maxLifeMs);
    throw new InputError(
      refusal === 'past'
        ? 'The end has to be in the future'
        : `The end may be at the latest ${latest.toISOString()}`,
    );
  }
  const later = expiresAt > environment.expiresAt;
  return {
    change: {
      fields: {
        expiresAt,
        ...noticesOf(environment, { expiresAt }, given),
      },
      history: [
        {
          kind: later ? 'extended' : 'shortened',
          message: `Ends ${new Date(expiresAt).toISOString()}`,
          parts: {
            from: new Date(environment.expiresAt).toISOString(),
            to: new Date(expiresAt).toISOString(),
          },
        },
      ],
    },
    wish: false,
  };
}

/** Keeps an environment beyond its end, or no longer; then it has a day. */
export function askPin(
  environment: StoredEnvironment,
  pinned: boolean,
  given: { readonly noticesMs: readonly number[]; readonly now: number },
): AskedChange {
  if (environment.state === 'deleting' || environment.state === 'gone') {
    throw new ConflictError(
      `The environment "${environment.name}" is ${environment.state}`,
    );
  }
  const day = given.now + 86_400_000;
  const expiresAt = pinned
    ? environment.expiresAt
    : Math.max(environment.expiresAt, day);
  return {
    change: {
      fields: {
        pinned,
        expiresAt,
        ...noticesOf(environment, { pinned, expiresAt }, given),
      },
    },
    wish: false,
  };
}

/** What is still told before another end, and when one without work is looked at; work that goes on has its own time. */
function noticesOf(
  environment: StoredEnvironment,
  asked: { readonly expiresAt: number; readonly pinned?: boolean },
  given: { readonly noticesMs: readonly number[]; readonly now: number },
): EnvironmentChange['fields'] {
  const { expiresAt } = asked;
  // An end that stays is not told once more.
  const notices =
    expiresAt === environment.expiresAt
      ? environment.notices
      : {
          expiresAt,
          sent: missedNotices(expiresAt, given.now, given.noticesMs),
        };
  return {
    notices,
    ...(SETTLED.includes(environment.state)
      ? nextLookFields({ ...environment, ...asked, notices }, given.noticesMs)
      : {}),
  };
}
