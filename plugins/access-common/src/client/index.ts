export type {
  AccessApi,
  AccessCallOptions,
  AccessPageQuery,
  AccessWriteOptions,
  AuditFilter,
} from './AccessApi';
export { AccessClient } from './AccessClient';
