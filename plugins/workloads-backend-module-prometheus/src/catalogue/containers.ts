import { where } from '../promql/build';

/** Series of one container of one pod. */
export const BY_CONTAINER = ['namespace', 'pod', 'container'] as const;
/** Series of one pod. */
export const BY_POD = ['namespace', 'pod'] as const;

/**
 * cAdvisor has a row for each container and one for the pod around them, which would count everything twice, and the
 * row of the container that holds the pod's network open.
 */
export const REAL_CONTAINERS = [
  where('container', '!=', ''),
  where('container', '!=', 'POD'),
] as const;
