export { DefaultClusterDriver } from './DefaultClusterDriver';
export { DefaultClusterDrivers } from './DefaultClusterDrivers';
export { DriverError } from './DriverError';
export type {
  ClusterDriver,
  ClusterDrivers,
  ClusterSight,
  ObjectPlace,
} from './types';
