export { guardWork as guardEnvironment } from './guardWork';
export { nextLook } from './finishOperation';
export { Reconciler } from './Reconciler';
export type { ReconcilerOptions } from './Reconciler';
export { STEP_RUNNERS } from './steps';
export { freshSteps, resumedSteps } from './steps/stepRows';
export type { TellNews } from './types';
