export { next, stateOf, TRANSITIONS } from './transitions';
export type { LifecycleEvent, LifecycleEventType } from './transitions';
export { availableActions } from './availableActions';
export type { Action } from './availableActions';
export { nextStep, stepsOf } from './stepsOf';
export { decideRetry } from './decideRetry';
export type { Failure, RetryDecision } from './decideRetry';
export { explainPods } from './explainPods';
export { readiness } from './readiness';
export type { Readiness } from './readiness';
export {
  readBeforeSleep,
  sleepChange,
  sleepRefusal,
  wakeChange,
} from './sleeping';
export type { BeforeSleep, SleepChange, SleepRefusal } from './sleeping';
