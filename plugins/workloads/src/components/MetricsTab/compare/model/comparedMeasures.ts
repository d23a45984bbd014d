import {
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  across,
  MetricTextKey,
  restartBars,
  sumOf,
  Value,
} from '@domaindeck/backstage-plugin-workloads-react';

/** A line of the table of comparison. */
export interface ComparedMeasure {
  /** Stands in the URL. */
  readonly id: string;
  readonly panel: MetricPanelId;
  readonly name: MetricTextKey;
  /** What is drawn of an answer. */
  readonly line: (answer: MetricsAnswer) => readonly Value[];
  /** What one number says of it all. */
  readonly figure: 'mean' | 'most' | 'count';
  /** Whether less of it is better, or more and less are only to be known. */
  readonly less: 'better' | 'known';
}

/** The measures in the order in which they are told. */
export const COMPARED_MEASURES: readonly ComparedMeasure[] = [
  worst('latency.p95', 'latency', 'p95', 'metrics.compare.measure.p95'),
  worst('latency.p50', 'latency', 'p50', 'metrics.compare.measure.p50'),
  {
    id: 'errors',
    panel: 'errors',
    name: 'metrics.panel.errors',
    line: answer => meanOf(pods(answer, 'errors')),
    figure: 'mean',
    less: 'better',
  },
  summed('requests', 'requests', 'requests', 'metrics.panel.requests'),
  {
    id: 'cpu',
    panel: 'cpu',
    name: 'metrics.compare.measure.cpu',
    line: answer => meanOf(pods(answer, 'usage')),
    figure: 'mean',
    less: 'known',
  },
  {
    id: 'throttling',
    panel: 'throttling',
    name: 'metrics.compare.measure.throttling',
    line: answer => meanOf(pods(answer, 'throttled')),
    figure: 'mean',
    less: 'known',
  },
  {
    id: 'memory',
    panel: 'memory',
    name: 'metrics.compare.measure.memory',
    line: answer => across(pods(answer, 'usage'), 1),
    figure: 'most',
    less: 'known',
  },
  counted('restarts', 'metrics.panel.restarts'),
  counted('oom', 'metrics.compare.measure.oom'),
  summed('sent', 'network', 'transmit', 'metrics.compare.measure.sent'),
  summed('received', 'network', 'receive', 'metrics.compare.measure.received'),
];

function worst(
  id: string,
  panel: MetricPanelId,
  measure: string,
  name: MetricTextKey,
): ComparedMeasure {
  return {
    id,
    panel,
    name,
    line: answer =>
      across(
        answer.series.filter(one => one.measure === measure),
        1,
      ),
    figure: 'mean',
    less: 'better',
  };
}

function summed(
  id: string,
  panel: MetricPanelId,
  measure: string,
  name: MetricTextKey,
): ComparedMeasure {
  return {
    id,
    panel,
    name,
    line: answer => sumOf(ofOne(answer, measure)),
    figure: 'mean',
    less: 'known',
  };
}

function counted(id: 'restarts' | 'oom', name: MetricTextKey): ComparedMeasure {
  return {
    id,
    panel: 'restarts',
    name,
    line: answer => (answer.series.length > 0 ? restartBars(answer)[id] : []),
    figure: 'count',
    less: 'better',
  };
}

/** Where two have counted the same, what the first told: added up it would be twice as much. */
function ofOne(answer: MetricsAnswer, measure: string): MetricSeries[] {
  const own = answer.series.filter(one => one.measure === measure);
  return own.filter(({ origin }) => origin === own[0].origin);
}

/** The values of each pod, its containers added up. */
function pods(
  answer: MetricsAnswer,
  measure: string,
): { readonly values: readonly Value[] }[] {
  const groups = new Map<string, MetricSeries[]>();
  for (const one of ofOne(answer, measure)) {
    const name = one.pod ?? one.subject ?? one.workload ?? '';
    const key = `${name}@${one.cluster}/${one.namespace}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(own => ({ values: sumOf(own) }));
}

/** Of all that have a value at a step. */
function meanOf(
  lines: readonly { readonly values: readonly Value[] }[],
): Value[] {
  return sumOf(lines).map((sum, index) => {
    const count = lines.filter(
      ({ values }) => (values[index] ?? null) !== null,
    ).length;
    return sum === null ? null : sum / count;
  });
}
