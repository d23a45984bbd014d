export { DefaultClusterDriver } from './DefaultClusterDriver';
export { DefaultClusterDrivers } from './DefaultClusterDrivers';
export { DriverError } from './DriverError';
export { probeGuard } from './probeGuard';
export type { GuardState } from './probeGuard';
export type {
  ClusterDriver,
  ClusterDrivers,
  ClusterSight,
  ObjectPlace,
} from './types';
