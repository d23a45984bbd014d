export * from './types';
export { entityPath, workloadId, parseWorkloadId } from './identifiers';
export type { WorkloadIdentity } from './identifiers';
