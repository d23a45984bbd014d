export {
  BURST,
  DEFAULT_LIVES,
  DEFAULT_REQUEST,
  DEFAULT_SIZES,
  limitRange,
  resourceQuota,
} from './sizes';
export {
  checkExtend,
  dueNotice,
  latestEnd,
  missedNotices,
} from './checkExtend';
export type { EndRefusal } from './checkExtend';
export { checkLimits } from './checkLimits';
export type { LimitInput } from './checkLimits';
export { costOf } from './costOf';
export type { Prices } from './costOf';
export { freeName } from './freeName';
export { guardNamespace } from './guardNamespace';
export type { GuardRefusal } from './guardNamespace';
export { DEFAULT_HOST_TEMPLATE, hostOf, hostProblem } from './hostOf';
export { domainName, namespaceName } from './namespaceName';
export { countReached, namespaceTaken, nameTaken } from './refusals';
export { warningOf } from './warningOf';
