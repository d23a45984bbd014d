import {
  MetricSourceQuery,
  MetricSourceSeries,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Matrix } from '../http/PrometheusClient';
import { QueryScope } from '../promql/types';

/**
 * The series of an answer, one value for each step. What a gateway gives beyond the scope is left out; of what it gives
 * twice the first value counts.
 */
export function seriesOf(
  answer: Matrix,
  measure: string,
  {
    namespace,
    pods,
    exceptPods = [],
  }: Pick<QueryScope, 'namespace' | 'pods' | 'exceptPods'>,
  window: Pick<MetricSourceQuery, 'from' | 'to' | 'step'>,
): MetricSourceSeries[] {
  const own = anyOf(pods);
  const others = anyOf(exceptPods);
  const found = new Map<string, MetricSourceSeries>();
  for (const { metric, values } of answer.data.result) {
    const { pod, container } = metric;
    if (
      metric.namespace === namespace &&
      pod !== undefined &&
      own.test(pod) &&
      !(exceptPods.length > 0 && others.test(pod))
    ) {
      const key = JSON.stringify([pod, container]);
      const read = valuesOf(values, window);
      const known = found.get(key)?.values;
      found.set(key, {
        namespace,
        pod,
        ...(container !== undefined && { container }),
        measure,
        values: known ? known.map((value, at) => value ?? read[at]) : read,
      });
    }
  }
  return [...found.values()];
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
