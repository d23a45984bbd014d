import { Autoscaler } from '@domaindeck/backstage-plugin-workloads-common';
import { AutoscalerRow } from './rows';

/** The autoscaler as the panel shows it. */
export function autoscalerOf(row: AutoscalerRow): Autoscaler {
  const { name, min, max, current, desired } = row;
  return {
    name,
    min,
    max,
    current,
    desired,
    metrics: row.metrics.map(metric => ({
      name: metric.name,
      ...(metric.current !== undefined && { current: metric.current }),
      ...(metric.target !== undefined && { target: metric.target }),
    })),
  };
}
