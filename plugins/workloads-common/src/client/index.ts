export type {
  CallOptions,
  ChangesQuery,
  EventsQuery,
  ObjectLocation,
  WorkloadsApi,
  WorkloadsFilter,
} from './WorkloadsApi';
export { WorkloadsClient } from './WorkloadsClient';
export { readNdjson } from './readNdjson';
