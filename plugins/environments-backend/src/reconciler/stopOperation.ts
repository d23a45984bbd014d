import {
  EnvironmentProblem,
  HistoryEntry,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { next } from '../lifecycle';
import { EnvironmentChange, StoredEnvironment } from '../store/types';
import { nextLookFields } from './finishOperation';

/** A deletion never gives up: the cluster may be away for hours. */
const RETRY_DELETE_MS = 5 * 60_000;

/**
 * What is written when a step stopped for good.
 *
 * @param last - what happened last; a deletion that stops once more for the same reason is no news
 * @returns the change, the step as it is told, and whether anybody should hear of it
 */
export function stopOperation(
  environment: StoredEnvironment,
  step: Step,
  told: EnvironmentProblem,
  now: number,
  noticesMs: readonly number[],
  last: HistoryEntry | undefined,
): { change: EnvironmentChange; step: Step; isNews: boolean } {
  const due =
    environment.operation === 'delete'
      ? { dueAt: now + RETRY_DELETE_MS }
      : nextLookFields(environment, noticesMs);
  const message = `Stopped: ${told.message}`;
  const isNews =
    environment.operation !== 'delete' || last?.message !== message;
  return {
    isNews,
    change: {
      fields: {
        state: next(environment.state, { type: 'fail' }),
        problem: { ...told, step: step.step, resumable: true },
        ...due,
      },
      history: isNews
        ? [
            {
              kind: 'state',
              message,
              parts: {
                state: 'failed',
                step: step.step,
                message: told.message,
              },
              ...(told.service ? { service: told.service } : {}),
            },
          ]
        : [],
    },
    step: {
      ...step,
      state: 'failed',
      message: told.message,
      reason: told.reason,
      endedAt: new Date(now).toISOString(),
    },
  };
}
