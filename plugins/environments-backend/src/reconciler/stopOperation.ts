import {
  EnvironmentProblem,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { next } from '../lifecycle';
import { EnvironmentChange, StoredEnvironment } from '../store/types';
import { nextLookFields } from './finishOperation';

/** A deletion never gives up: the cluster may be away for hours. */
const RETRY_DELETE_MS = 5 * 60_000;

/** What is written when a step stopped for good. @returns the change, and the step as it is told */
export function stopOperation(
  environment: StoredEnvironment,
  step: Step,
  told: EnvironmentProblem,
  now: number,
  noticesMs: readonly number[],
): { change: EnvironmentChange; step: Step } {
  const due =
    environment.operation === 'delete'
      ? { dueAt: now + RETRY_DELETE_MS }
      : nextLookFields(environment, noticesMs);
  return {
    change: {
      fields: {
        state: next(environment.state, { type: 'fail' }),
        problem: { ...told, step: step.step, resumable: true },
        ...due,
      },
      history: [
        {
          kind: 'state',
          message: `Stopped: ${told.message}`,
          parts: { state: 'failed', step: step.step, message: told.message },
          ...(told.service ? { service: told.service } : {}),
        },
      ],
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
