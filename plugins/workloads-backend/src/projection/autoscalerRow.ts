import { Fields } from './Fields';
import { conditionsOf, objectMeta } from './objectMeta';
import { AutoscalerRow } from './rows';

type Metric = AutoscalerRow['metrics'][number];

/**
 * Keeps of a HorizontalPodAutoscaler (v2, or v1 with its single CPU metric) what tables and problems need.
 * @throws InputError when the object has no uid or no name
 */
export function autoscalerRow(raw: unknown): AutoscalerRow {
  const object = Fields.of(raw);
  const spec = object.at('spec');
  const status = object.at('status');
  const target = spec.at('scaleTargetRef');
  return {
    ...objectMeta('HorizontalPodAutoscaler', raw),
    target: {
      kind: target.text('kind') ?? '',
      name: target.text('name') ?? '',
    },
    min: spec.count('minReplicas') ?? 1,
    max: spec.count('maxReplicas') ?? 0,
    current: status.count('currentReplicas') ?? 0,
    desired: status.count('desiredReplicas') ?? 0,
    metrics: metricsOf(spec, status),
    conditions: conditionsOf(status),
  };
}

function metricsOf(spec: Fields, status: Fields): Metric[] {
  const current = new Map(
    status.list('currentMetrics').map(metric => {
      const source = sourceOf(metric);
      return [nameOf(source), valueOf(source.at('current'))];
    }),
  );
  const cpuTarget = spec.count('targetCPUUtilizationPercentage');
  if (cpuTarget !== undefined) {
    const cpu = status.count('currentCPUUtilizationPercentage');
    return [
      {
        name: 'cpu',
        current: cpu === undefined ? undefined : `${cpu} %`,
        target: `${cpuTarget} %`,
      },
    ];
  }
  return spec.list('metrics').map(metric => {
    const source = sourceOf(metric);
    const name = nameOf(source);
    return {
      name,
      current: current.get(name),
      target: valueOf(source.at('target')),
    };
  });
}

/** `Resource` keeps its facts under `resource`, `ContainerResource` under `containerResource`, and so on. */
function sourceOf(metric: Fields): Fields {
  const type = metric.text('type') ?? '';
  return metric.at(type.slice(0, 1).toLocaleLowerCase('en-US') + type.slice(1));
}

function nameOf(source: Fields): string {
  const name =
    source.text('name') ?? source.at('metric').text('name') ?? 'metric';
  const container = source.text('container');
  return container ? `${name} of ${container}` : name;
}

function valueOf(value: Fields): string | undefined {
  const percent = value.count('averageUtilization');
  return percent === undefined
    ? value.quantity('averageValue') ?? value.quantity('value')
    : `${percent} %`;
}
