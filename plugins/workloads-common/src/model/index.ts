export * from './types';
export { entityPath, workloadId, parseWorkloadId } from './identifiers';
export type { WorkloadIdentity } from './identifiers';
export { compareVersions, driftOf } from './drift';
export type { Drift } from './drift';
