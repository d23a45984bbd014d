/**
 * The live view over all clusters: watch cache, projection, permissions and HTTP.
 *
 * @packageDocumentation
 */
export { workloadsPlugin as default } from './plugin';
export type { EnvironmentFilter, EnvironmentResource } from './permissions';
