import { Operation } from '@domaindeck/backstage-plugin-environments-common';
import { nextStep, stepsOf } from './stepsOf';

const OPERATIONS: Operation[] = ['create', 'update', 'sleep', 'wake', 'delete'];

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
