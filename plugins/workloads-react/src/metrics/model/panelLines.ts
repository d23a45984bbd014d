import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';

/** More than so many lines nobody can tell apart. */
const MAX_PODS = 6;

type Value = number | null;

/**
 * One line of a chart.
 * @public
 */
export interface PanelLine {
  readonly key: string;
  /** How the line is drawn and named: a pod, a measure, or what containers ask for and may use. */
  readonly kind: 'pod' | 'measure' | 'busiest' | 'median' | 'request' | 'limit';
  /** Name of the pod, or the measure. */
  readonly name: string;
  /** Of a pod. */
  readonly cluster?: string;
  readonly values: readonly Value[];
}

interface PodSum {
  readonly key: string;
  readonly cluster: string;
  readonly name: string;
  readonly values: readonly Value[];
}

/**
 * The lines that a chart of an answer draws: what each pod uses with its containers added up, at most six pods, else the
 * busiest and the median of all; then what a pod asks for and may use, once where all pods have the same.
 *
 * @param each - whether every pod has a line, however many they are
 * @public
 */
export function panelLines(answer: MetricsAnswer, each = false): PanelLine[] {
  const used = answer.series.filter(({ measure }) => !isAsked(measure));
  return [
    ...usedLines(used, each, addsUp(answer)),
    ...(['request', 'limit'] as const).flatMap(measure =>
      askedLine(
        answer.series.filter(one => one.measure === measure),
        measure,
      ),
    ),
  ];
}

function isAsked(measure: string): boolean {
  return measure === 'request' || measure === 'limit';
}

/** Shares and durations of several pods cannot be added up; of those the worst is told. */
function addsUp({ unit }: MetricsAnswer): boolean {
  return unit !== 'ratio' && unit !== 'seconds';
}

function usedLines(
  series: readonly MetricSeries[],
  each: boolean,
  additive: boolean,
) {
  const measures = [...new Set(series.map(({ measure }) => measure))];
  return measures.flatMap((measure): PanelLine[] => {
    const own = series.filter(one => one.measure === measure);
    const pods = podSums(own);
    if (measures.length > 1 || pods.length === 0) {
      return [
        {
          key: measure,
          kind: 'measure',
          name: measure,
          values: additive
            ? sumOf(own)
            : across(
                own.map(({ values }) => values),
                1,
              ),
        },
      ];
    }
    if (pods.length <= MAX_PODS || each) {
      return pods.map(pod => ({ ...pod, kind: 'pod' }));
    }
    const all = pods.map(({ values }) => values);
    return [
      {
        key: 'busiest',
        kind: 'busiest',
        name: 'busiest',
        values: across(all, 1),
      },
      {
        key: 'median',
        kind: 'median',
        name: 'median',
        values: across(all, 0.5),
      },
    ];
  });
}

function askedLine(
  series: readonly MetricSeries[],
  measure: 'request' | 'limit',
): PanelLine[] {
  const pods = podSums(series).map(({ values }) => values);
  return pods.length > 0
    ? [{ key: measure, kind: measure, name: measure, values: across(pods, 1) }]
    : [];
}

/** The values of each pod, its containers added up; pods by name. */
function podSums(series: readonly MetricSeries[]): PodSum[] {
  const pods = new Map<string, MetricSeries[]>();
  for (const one of series) {
    const key = `${one.pod}@${one.cluster}/${one.namespace}`;
    if (one.pod !== undefined) {
      pods.set(key, [...(pods.get(key) ?? []), one]);
    }
  }
  return [...pods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({
      key,
      cluster: own[0].cluster,
      name: own[0].pod ?? '',
      values: sumOf(own),
    }));
}

/** Nothing where none has a value. */
function sumOf(series: readonly Pick<MetricSeries, 'values'>[]): Value[] {
  const [first] = series;
  return (first?.values ?? []).map((_, index) =>
    series.reduce<Value>((sum, { values }) => {
      const value = values[index] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
}

/** @param part - from 0 for the least to 1 for the most at each moment */
function across(lines: readonly (readonly Value[])[], part: number): Value[] {
  return (lines[0] ?? []).map((_, index) => {
    const values = lines
      .map(line => line[index])
      .filter((value): value is number => value !== null && value !== undefined)
      .sort((a, b) => a - b);
    return values.length === 0
      ? null
      : values[Math.round(part * (values.length - 1))];
  });
}
