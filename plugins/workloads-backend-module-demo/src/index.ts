/**
 * What the embedded demo clusters have stored, for the `workloads` plugin; development only.
 *
 * @packageDocumentation
 */
export { workloadsModuleDemo as default } from './module';
