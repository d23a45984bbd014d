import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';

/** So many bars stand beside each other with room between them. */
const BARS = 48;
/** Seconds of spans that a person reads without counting. */
const SPANS = [
  60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];

/**
 * How often containers were started again in each span, and how often because they were out of memory.
 * @public
 */
export interface RestartBars {
  /** RFC 3339 time at which the first span begins. */
  readonly from: string;
  /** Seconds of a span: a multiple of the answer's step. */
  readonly step: number;
  readonly restarts: readonly number[];
  readonly oom: readonly number[];
}

/**
 * Counts from the counters of containers what was added in each span. A counter that falls began anew with another
 * container of the same name. Where it was already when the range begins is not counted: nobody knows since when.
 * @public
 */
export function restartBars(answer: MetricsAnswer): RestartBars {
  const counters = answer.series.filter(one => one.measure === 'restarts');
  const kills = answer.series.filter(one => one.measure === 'oom');
  const length = Math.max(0, ...counters.map(({ values }) => values.length));
  const per = stepsOfBar(length, answer.step);
  const restarts = new Array<number>(Math.ceil(length / per)).fill(0);
  const oom = [...restarts];
  for (const counter of counters) {
    const killed = kills.find(one => isSame(one, counter));
    for (const { index, count } of additions(counter.values)) {
      const bar = Math.floor(index / per);
      restarts[bar] += count;
      if (killed?.values[index] === 1) {
        oom[bar] += count;
      }
    }
  }
  return { from: answer.from, step: per * answer.step, restarts, oom };
}

/** How many steps of an answer are one bar. */
function stepsOfBar(length: number, step: number): number {
  const span = SPANS.find(
    one => one % step === 0 && (length * step) / one <= BARS,
  );
  return span === undefined
    ? Math.max(1, Math.ceil(length / BARS))
    : span / step;
}

function additions(
  values: MetricSeries['values'],
): { index: number; count: number }[] {
  let last: number | undefined;
  return values.flatMap((value, index) => {
    if (value === null) {
      return [];
    }
    const before = last;
    last = value;
    if (before === undefined || value === before) {
      return [];
    }
    return [{ index, count: value > before ? value - before : value }];
  });
}

function isSame(a: MetricSeries, b: MetricSeries): boolean {
  return (
    a.cluster === b.cluster &&
    a.namespace === b.namespace &&
    a.pod === b.pod &&
    a.container === b.container
  );
}
