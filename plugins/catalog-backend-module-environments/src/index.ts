/**
 * Clusters and self-service environments as Resource entities of the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleEnvironments as default } from './catalogModuleEnvironments';
