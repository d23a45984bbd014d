import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';
import { LifecycleEvent, next } from '../lifecycle';
import { EnvironmentChange, StoredEnvironment } from '../store/types';

/** When an environment with nothing to do wants a look: at its next notice or its end; undefined: never. */
export function nextLook(
  environment: Pick<StoredEnvironment, 'expiresAt' | 'notices' | 'pinned'>,
  noticesMs: readonly number[],
): number | undefined {
  if (environment.pinned) {
    return undefined;
  }
  const { expiresAt, notices } = environment;
  const sent = notices.expiresAt === expiresAt ? notices.sent : [];
  const nearest = Math.min(...sent);
  const open = noticesMs.filter(before => before < nearest);
  return expiresAt - Math.max(0, ...open);
}

/** The same as it is written. */
export function nextLookFields(
  environment: Pick<StoredEnvironment, 'expiresAt' | 'notices' | 'pinned'>,
  noticesMs: readonly number[],
): Pick<NonNullable<EnvironmentChange['fields']>, 'dueAt' | 'unset'> {
  const dueAt = nextLook(environment, noticesMs);
  return dueAt === undefined ? { unset: ['dueAt'] } : { dueAt };
}

/** What is written when all steps of an operation are done. */
export function finishOperation(
  environment: StoredEnvironment,
  now: number,
  noticesMs: readonly number[],
): { change: EnvironmentChange; what: EnvironmentNews['what'] } {
  const { operation, state } = environment;
  const event = finishEvent(environment);
  const reached = next(state, { type: event } as LifecycleEvent);
  if (reached === undefined) {
    throw new Error(`An environment that is ${state} takes no "${event}"`);
  }
  const change = {
    kind: 'state',
    message: `Is ${reached}`,
    parts: { state: reached, operation },
  } as const;
  if (event === 'gone') {
    return {
      change: {
        fields: { state: reached, unset: ['problem', 'dueAt'] },
        history: [change],
      },
      what: 'gone',
    };
  }
  const dueAt = nextLook(environment, noticesMs);
  const fallsAsleep = operation === 'sleep';
  const wakes = event === 'ready' && environment.awakeSince === undefined;
  return {
    change: {
      fields: {
        state: reached,
        ...(dueAt === undefined ? {} : { dueAt }),
        ...(event === 'ready' && environment.readyAt === undefined
          ? { readyAt: now }
          : {}),
        ...(wakes ? { awakeSince: now } : {}),
        ...(fallsAsleep
          ? {
              asleepSince: now,
              awakeMs:
                environment.awakeMs + now - (environment.awakeSince ?? now),
            }
          : {}),
        unset: [
          'problem',
          ...(dueAt === undefined ? (['dueAt'] as const) : []),
          ...(fallsAsleep ? (['awakeSince'] as const) : []),
          ...(event === 'ready' ? (['asleepSince'] as const) : []),
        ],
      },
      history: [change],
    },
    what: event === 'ready' ? 'ready' : 'changed',
  };
}

/** A change of one that sleeps leaves it asleep. */
function finishEvent({
  operation,
  asleepSince,
}: StoredEnvironment): 'ready' | 'asleep' | 'gone' {
  if (operation === 'delete') {
    return 'gone';
  }
  const sleeps =
    operation === 'sleep' ||
    (operation === 'update' && asleepSince !== undefined);
  return sleeps ? 'asleep' : 'ready';
}
