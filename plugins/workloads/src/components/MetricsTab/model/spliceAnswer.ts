import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';

/** The last values of a source may still be of a part of their step. */
const UNSURE_STEPS = 2;

/**
 * From when on an answer has to be asked for anew so that it reaches to a later end.
 *
 * @param window - that is wanted, in milliseconds since 1970
 * @returns milliseconds since 1970; undefined where it is as well to ask for all of it
 */
export function tailFrom(
  answer: MetricsAnswer,
  window: { readonly from: number; readonly to: number },
): number | undefined {
  const from = Date.parse(answer.to) - UNSURE_STEPS * answer.step * 1000;
  const half = (window.from + window.to) / 2;
  return answer.warnings.length === 0 &&
    from >= half &&
    window.from >= Date.parse(answer.from) &&
    window.to > from
    ? from
    : undefined;
}

/**
 * Puts the end of an answer, asked for anew with the same step, in the place of its old end, and cuts off what is before
 * the beginning. Series of which nothing is left go.
 *
 * @param from - milliseconds since 1970
 */
export function spliceAnswer(
  answer: MetricsAnswer,
  tail: MetricsAnswer,
  from: number,
): MetricsAnswer {
  const step = answer.step * 1000;
  const start = Math.floor(from / step) * step;
  const cut = Date.parse(tail.from);
  const length = (Date.parse(tail.to) - start) / step + 1;
  const ends = new Map(tail.series.map(one => [keyOf(one), one]));
  const olds = new Map(answer.series.map(one => [keyOf(one), one]));
  const skipped = (start - Date.parse(answer.from)) / step;
  const series = [...new Set([...olds.keys(), ...ends.keys()])].flatMap(key => {
    const old = olds.get(key);
    const end = ends.get(key);
    const values = Array.from({ length }, (_, index) => {
      const at = start + index * step;
      return (
        (at < cut
          ? old?.values[index + skipped]
          : end?.values[(at - cut) / step]) ?? null
      );
    });
    const like = end ?? old;
    return like && values.some(value => value !== null)
      ? [{ ...like, values }]
      : [];
  });
  return { ...tail, from: new Date(start).toISOString(), series };
}

function keyOf(series: MetricSeries): string {
  return JSON.stringify({ ...series, values: undefined });
}
