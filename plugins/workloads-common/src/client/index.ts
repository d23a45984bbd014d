export type {
  CallOptions,
  EventsQuery,
  ObjectLocation,
  WorkloadsApi,
  WorkloadsFilter,
} from './WorkloadsApi';
export { WorkloadsClient } from './WorkloadsClient';
