/**
 * Metrics from Prometheus, Thanos, Mimir or VictoriaMetrics for the `workloads` plugin.
 *
 * @packageDocumentation
 */
export { workloadsModulePrometheus as default } from './module';
