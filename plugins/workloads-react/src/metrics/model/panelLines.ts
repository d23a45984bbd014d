import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';
import { across, sumOf, Value } from './combine';
import { PanelDetail } from './PanelDetail';

/** More than so many lines nobody can tell apart. */
const MAX_PODS = 6;

/** A measure that is told beside another of the same pods, and not in its place. */
const BESIDE = 'rss';

/**
 * One line of a chart.
 * @public
 */
export interface PanelLine {
  readonly key: string;
  /**
   * How the line is drawn and named: a pod; what it is about that is no pod, such as a volume; a measure; the busiest and
   * the median of many pods; how many are wanted; what containers ask for and may use.
   */
  readonly kind:
    | 'pod'
    | 'subject'
    | 'measure'
    | 'busiest'
    | 'median'
    | 'wanted'
    | 'request'
    | 'limit';
  /** Name of the pod or subject, or the measure. */
  readonly name: string;
  /** Of a pod or subject. */
  readonly cluster?: string;
  /** Who counted it, where another counted the same; the container that asked for it, where containers are told apart. */
  readonly origin?: string;
  readonly values: readonly Value[];
}

/**
 * The lines that a chart of an answer draws: what each pod uses with its containers added up, at most six pods, else the
 * busiest and the median of all; then what a pod asks for and may use, once where all pods have the same. Where a panel
 * has several measures, or several that counted, each has a line for all pods. What is counted in another unit than the
 * panel is no line.
 *
 * @param look - `each` gives every pod a line, however many they are; `containers` gives every container one
 * @public
 */
export function panelLines(
  answer: MetricsAnswer,
  look: PanelDetail = 'few',
): PanelLine[] {
  const each = look !== 'few';
  const series = answer.series.filter(
    ({ unit }) => unit === undefined || unit === answer.unit,
  );
  if (look === 'containers' && tellsContainers(series)) {
    return containerLines(series);
  }
  const used = series.filter(
    ({ measure }) => !isAskedFor(measure) && measure !== BESIDE,
  );
  return [
    ...(answer.panel === 'requests' && !each && isOfOne(used)
      ? totalLine(used)
      : usedLines(withoutSpare(used), each, addsUp(answer))),
    ...besideLine(series),
    ...(['request', 'limit'] as const).flatMap(measure =>
      askedLine(
        series.filter(one => one.measure === measure),
        measure,
      ),
    ),
  ];
}

/** Whether there are several containers to tell apart. */
function tellsContainers(series: readonly MetricSeries[]): boolean {
  return (
    new Set(series.flatMap(({ container }) => container ?? [])).size > 1 &&
    series.some(({ measure }) => measure === 'usage')
  );
}

/** What each container uses, asks for and may use. */
function containerLines(series: readonly MetricSeries[]): PanelLine[] {
  return (['usage', 'request', 'limit'] as const).flatMap(measure =>
    grouped(
      series.filter(one => one.measure === measure),
      ({ container = '' }) => container,
    )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]): PanelLine => {
        const values = sumOf(own);
        return measure === 'usage'
          ? { key: `container ${name}`, kind: 'subject', name, values }
          : {
              key: `${measure} ${name}`,
              kind: measure,
              name: measure,
              origin: name,
              values,
            };
      }),
  );
}

/** Whether one alone has counted. */
function isOfOne(series: readonly MetricSeries[]): boolean {
  return new Set(series.map(({ origin }) => origin)).size === 1;
}

/** How many requests there are is asked of a service; of its pods, who looks for the one that gets none. */
function totalLine(series: readonly MetricSeries[]): PanelLine[] {
  return [{ key: 'all', kind: 'measure', name: 'all', values: sumOf(series) }];
}

function isAskedFor(measure: string): boolean {
  return measure === 'request' || measure === 'limit';
}

/** How many pods are there says little beside how many are wanted. */
function withoutSpare(series: readonly MetricSeries[]): MetricSeries[] {
  const told = series.some(({ measure }) => measure === 'desired');
  return series.filter(({ measure }) => !told || measure !== 'pods');
}

/** Shares and durations of several pods cannot be added up; of those the worst is told. */
function addsUp({ unit }: MetricsAnswer): boolean {
  return unit !== 'ratio' && unit !== 'seconds';
}

function usedLines(
  series: readonly MetricSeries[],
  each: boolean,
  additive: boolean,
): PanelLine[] {
  const origins = new Set(series.map(({ origin }) => origin));
  const groups = grouped(series, ({ measure, origin = '' }) =>
    origins.size > 1 ? `${measure} ${origin}` : measure,
  );
  return groups.flatMap(([key, own]): PanelLine[] => {
    const [{ measure, origin }] = own;
    const things = thingLines(own);
    if (groups.length > 1 || things.length === 0) {
      return [
        {
          key,
          kind: measure === 'desired' ? 'wanted' : 'measure',
          name: measure,
          ...(origins.size > 1 && { origin }),
          values: additive ? sumOf(own) : across(own, 1),
        },
      ];
    }
    return things.length <= MAX_PODS || each
      ? things
      : [
          {
            key: 'busiest',
            kind: 'busiest',
            name: 'busiest',
            values: across(things, 1),
          },
          {
            key: 'median',
            kind: 'median',
            name: 'median',
            values: across(things, 0.5),
          },
        ];
  });
}

/** Of the pod that has most of it. */
function besideLine(series: readonly MetricSeries[]): PanelLine[] {
  const pods = thingLines(series.filter(({ measure }) => measure === BESIDE));
  return pods.length > 0
    ? [{ key: BESIDE, kind: 'measure', name: BESIDE, values: across(pods, 1) }]
    : [];
}

function askedLine(
  series: readonly MetricSeries[],
  measure: 'request' | 'limit',
): PanelLine[] {
  const pods = thingLines(series);
  return pods.length > 0
    ? [{ key: measure, kind: measure, name: measure, values: across(pods, 1) }]
    : [];
}

/** The values of each pod, its containers added up, or of each thing that is no pod; by name. */
function thingLines(series: readonly MetricSeries[]): PanelLine[] {
  return grouped(
    series.filter(one => nameOf(one) !== undefined),
    one => `${nameOf(one)}@${one.cluster}/${one.namespace}`,
  )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({
      key,
      kind: own[0].subject === undefined ? 'pod' : 'subject',
      cluster: own[0].cluster,
      name: nameOf(own[0]) ?? '',
      values: sumOf(own),
    }));
}

function nameOf({ subject, pod, workload }: MetricSeries): string | undefined {
  return subject ?? pod ?? workload;
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): [string, [T, ...T[]]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) {
      known.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return [...groups];
}
