export { AuthorizedLogsService } from './AuthorizedLogsService';
export { DownloadRecord } from './DownloadRecord';
export { DefaultLogsService } from './DefaultLogsService';
export type { LogsRequest, LogsService } from './LogsService';
