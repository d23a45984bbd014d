import { Step } from '@domaindeck/backstage-plugin-environments-common';
import { StepOutcome } from './types';

/** A step with what its last look told. */
export function toldOf(step: Step, outcome: StepOutcome): Step {
  const { message, reason, parts, services, objects } = outcome;
  const { message: _message, reason: _reason, ...rest } = step;
  return {
    ...rest,
    ...(message ? { message } : {}),
    ...(reason ? { reason } : {}),
    ...(parts ? { parts } : {}),
    ...(services ? { services } : {}),
    objects: objects ?? step.objects,
    // The cluster answers again.
    attempt: 1,
  };
}
