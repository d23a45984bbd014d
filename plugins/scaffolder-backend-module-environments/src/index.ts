/**
 * Scaffolder actions for self-service environments.
 *
 * @packageDocumentation
 */
export { scaffolderModuleEnvironments as default } from './scaffolderModuleEnvironments';
