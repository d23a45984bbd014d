/**
 * Log history from Grafana Loki for the `workloads` plugin.
 *
 * @packageDocumentation
 */
export { workloadsModuleLoki as default } from './module';
