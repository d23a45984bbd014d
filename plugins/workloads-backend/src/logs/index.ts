export { AuthorizedLogsService } from './AuthorizedLogsService';
export { DefaultLogsService } from './DefaultLogsService';
export type { LogsRequest, LogsService } from './LogsService';
