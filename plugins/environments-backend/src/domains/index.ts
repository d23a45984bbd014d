export { WorkloadsDomainSource } from './WorkloadsDomainSource';
export type {
  DomainBaseline,
  DomainServices,
  DomainSource,
  SeenVersion,
} from './types';
