export { projection } from './projection';
export { projectors } from './projectors';
export { projectNamespace } from './projectNamespace';
export { projectDetails } from './projectDetails';
export { eventsOfWorkload, projectEvents } from './projectEvents';
export type { NamespaceRows, Projection, WorkloadDetails } from './types';
export type {
  AutoscalerRow,
  ConditionRow,
  EventRow,
  NamespaceRow,
  NodeRow,
  OwnerReference,
  PodRow,
  Row,
  RowTypes,
  WatchedResource,
  WorkloadRow,
} from './rows';
