export * from './types';
export type { LogsApi } from './LogsApi';
export { LogsClient } from './LogsClient';
