import {
  MetricPanelId,
  MetricSeries,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What the containers of workloads ask for and may use, as they are now, for sources that do not keep it: a flat line
 * for each container that has it.
 *
 * @param steps - how many values a line has
 */
export function askedSeries(
  panel: MetricPanelId,
  workloads: readonly Workload[],
  steps: number,
): MetricSeries[] {
  if (panel !== 'cpu' && panel !== 'memory') {
    return [];
  }
  return workloads.flatMap(({ cluster, namespace, pods }) =>
    pods.flatMap(pod =>
      pod.containers
        .filter(({ role }) => role === 'main' || role === 'sidecar')
        .flatMap(({ name, resources }) =>
          (['request', 'limit'] as const).flatMap(measure => {
            const value = resources?.[fieldOf(panel, measure)];
            return value === undefined
              ? []
              : [
                  {
                    cluster,
                    namespace,
                    pod: pod.name,
                    container: name,
                    measure,
                    values: new Array<number>(steps).fill(value),
                  },
                ];
          }),
        ),
    ),
  );
}

function fieldOf(panel: 'cpu' | 'memory', measure: 'request' | 'limit') {
  if (panel === 'cpu') {
    return measure === 'request' ? 'cpuRequest' : 'cpuLimit';
  }
  return measure === 'request' ? 'memoryRequest' : 'memoryLimit';
}
