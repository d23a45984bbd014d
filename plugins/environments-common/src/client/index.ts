export type {
  EnvironmentsApi,
  EnvironmentsCallOptions,
  EnvironmentsFilter,
  EnvironmentsPageQuery,
  EnvironmentsWriteOptions,
} from './EnvironmentsApi';
export { EnvironmentsClient } from './EnvironmentsClient';
