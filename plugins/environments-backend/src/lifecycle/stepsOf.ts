import {
  Operation,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';

const STEPS: Readonly<Record<Operation, readonly StepId[]>> = {
  create: [
    'plan',
    'reserve',
    'fence',
    'settings',
    'connect',
    'start',
    'open',
    'list',
  ],
  // What is no longer wanted goes last, when what replaces it runs.
  update: [
    'plan',
    'reserve',
    'fence',
    'settings',
    'connect',
    'start',
    'open',
    'prune',
    'list',
  ],
  sleep: ['stop', 'list'],
  wake: ['start', 'list'],
  // Routes first: nobody is led to what is going away.
  delete: ['close', 'stop', 'remove', 'list'],
};

/** The steps of an operation in their order. Each may be done again at any time. */
export function stepsOf(operation: Operation): readonly StepId[] {
  return STEPS[operation];
}

/**
 * The step at which the work goes on: the first that is not done, in the order of the operation.
 *
 * @param done - steps that are done or were skipped
 */
export function nextStep(
  operation: Operation,
  done: readonly StepId[],
): StepId | undefined {
  return STEPS[operation].find(step => !done.includes(step));
}
