export type {
  EnvironmentsApi,
  EnvironmentsCallOptions,
  EnvironmentsFilter,
  EnvironmentsPageQuery,
  EnvironmentsWriteOptions,
  VersionsQuery,
} from './EnvironmentsApi';
export { EnvironmentsClient } from './EnvironmentsClient';
