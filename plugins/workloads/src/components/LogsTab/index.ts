export { LegacyLogsTab } from './LegacyLogsTab';
export { LogsTab } from './LogsTab';
