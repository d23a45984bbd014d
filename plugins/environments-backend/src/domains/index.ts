export { WorkloadsDomainSource } from './WorkloadsDomainSource';
export type { DomainBaseline, DomainServices, DomainSource } from './types';
