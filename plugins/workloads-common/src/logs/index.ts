export * from './types';
export type { LogsApi } from './LogsApi';
export { LogsClient } from './LogsClient';
export { detectLogLevel, isLogContinuation } from './detectLogLevel';
export { hashLine } from './hashLine';
export { LogLedger, takeHash } from './LogLedger';
export { LogLevelReader } from './LogLevelReader';
export { LogResume } from './LogResume';
export {
  logTimeMs,
  logTimeOf,
  normalizeLogTime,
  shiftLogTime,
} from './logTime';
