import { MetricPanelId, MetricUnit } from './types';

/**
 * The panels in the order in which pages show them, each with its unit.
 * @public
 */
export const METRIC_PANELS: readonly {
  readonly panel: MetricPanelId;
  readonly unit: MetricUnit;
}[] = [
  { panel: 'requests', unit: 'perSecond' },
  { panel: 'errors', unit: 'ratio' },
  { panel: 'latency', unit: 'seconds' },
  { panel: 'cpu', unit: 'cores' },
  { panel: 'memory', unit: 'bytes' },
  { panel: 'throttling', unit: 'ratio' },
  { panel: 'restarts', unit: 'count' },
  { panel: 'replicas', unit: 'count' },
  { panel: 'network', unit: 'bytesPerSecond' },
  { panel: 'disk', unit: 'bytesPerSecond' },
  { panel: 'volumes', unit: 'ratio' },
  { panel: 'quota', unit: 'ratio' },
];
