export { guardWork as guardEnvironment } from './guardWork';
export { nextLookFields } from './finishOperation';
export { Reconciler } from './Reconciler';
export type { ReconcilerOptions } from './Reconciler';
export { STEP_RUNNERS } from './steps';
export { freshSteps, resumedSteps } from './steps/stepRows';
export type { TellNews } from './types';
