import {
  MetricSourceQuery,
  MetricSourceSeries,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Measure } from '../catalogue';
import { Matrix } from '../http/PrometheusClient';
import { QueryScope } from '../promql/types';

type Scope = Omit<QueryScope, 'cluster'>;
type Labels = Readonly<Record<string, string>>;
type Whose = Pick<MetricSourceSeries, 'pod' | 'workload' | 'subject'>;

/**
 * The series of an answer, one value for each step. What a gateway gives beyond the scope is left out; of what it gives
 * twice the first value counts.
 */
export function seriesOf(
  answer: Matrix,
  { measure, told = { by: 'pods' }, subject, unit, origin }: Measure,
  scope: Scope,
  window: Pick<MetricSourceQuery, 'from' | 'to' | 'step'>,
): MetricSourceSeries[] {
  const whoseOf = readerOf(told, scope);
  const found = new Map<string, MetricSourceSeries>();
  for (const { metric, values } of answer.data.result) {
    const whose =
      metric.namespace === scope.namespace ? whoseOf(metric) : undefined;
    if (whose) {
      const about = {
        ...whose,
        ...(metric.container !== undefined && { container: metric.container }),
        ...(subject !== undefined && { subject: metric[subject] }),
      };
      const key = JSON.stringify(about);
      const read = valuesOf(values, window);
      const known = found.get(key)?.values;
      found.set(key, {
        namespace: scope.namespace,
        ...about,
        measure,
        ...(unit && { unit }),
        ...(origin && { origin }),
        values: known ? known.map((value, at) => value ?? read[at]) : read,
      });
    }
  }
  return [...found.values()];
}

/** Reads of whom a series is; undefined for one of somebody else. */
function readerOf(
  told: NonNullable<Measure['told']>,
  { pods, exceptPods = [], workloads = [], whole = false }: Scope,
): (labels: Labels) => Whose | undefined {
  const isNamed = (name: string | undefined, kind?: string) =>
    workloads.some(
      workload =>
        workload.name === name &&
        (kind === undefined || workload.kind === kind),
    );
  switch (told.by) {
    case 'pods': {
      const own = anyOf(pods);
      const others = anyOf(exceptPods);
      return ({ pod }) =>
        pod !== undefined &&
        own.test(pod) &&
        !(exceptPods.length > 0 && others.test(pod))
          ? { pod }
          : undefined;
    }
    case 'workloads':
      return ({ [told.label]: workload }) =>
        isNamed(workload, told.kind) ? { workload } : undefined;
    case 'services':
      return ({ [told.label]: service }) => {
        if (isNamed(service)) {
          return { workload: service, subject: service };
        }
        return whole && service ? { subject: service } : undefined;
      };
    default:
      return () => (whole ? {} : undefined);
  }
}

function anyOf(pods: readonly string[]): RegExp {
  return new RegExp(`^(?:${pods.map(pod => `(?:${pod})`).join('|')})$`);
}

function valuesOf(
  points: readonly (readonly [number, string])[],
  { from, to, step }: Pick<MetricSourceQuery, 'from' | 'to' | 'step'>,
): (number | null)[] {
  const values = new Array<number | null>(
    Math.floor((to - from) / step) + 1,
  ).fill(null);
  for (const [seconds, text] of points) {
    const at = Math.round((seconds * 1000 - from) / step);
    // "NaN", "+Inf" and "-Inf" are no measures.
    const value = Number(text);
    if (at >= 0 && at < values.length && Number.isFinite(value)) {
      values[at] ??= value;
    }
  }
  return values;
}
