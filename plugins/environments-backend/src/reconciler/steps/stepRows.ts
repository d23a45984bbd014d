import {
  Operation,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { stepsOf } from '../../lifecycle';

/** The steps of an operation that begins. */
export function freshSteps(operation: Operation): Step[] {
  return stepsOf(operation).map((step, index) => ({
    operation,
    step,
    position: index + 1,
    state: 'pending',
    attempt: 0,
    objects: [],
  }));
}

/** The first step that is not done. */
export function nextOpenStep(steps: readonly Step[]): Step | undefined {
  return steps.find(one => one.state !== 'done' && one.state !== 'skipped');
}

/** The steps with one of them replaced. */
export function withStep(steps: readonly Step[], step: Step): Step[] {
  return steps.map(one => (one.step === step.step ? step : one));
}

/** The steps as they stand when a person asks to go on: what failed is tried anew. */
export function resumedSteps(steps: readonly Step[]): Step[] {
  return steps.map(one => {
    if (one.state !== 'failed' && one.state !== 'running') {
      return one;
    }
    const {
      startedAt: _startedAt,
      endedAt: _endedAt,
      message: _message,
      reason: _reason,
      services: _services,
      ...rest
    } = one;
    return { ...rest, state: 'pending', attempt: 0 };
  });
}
