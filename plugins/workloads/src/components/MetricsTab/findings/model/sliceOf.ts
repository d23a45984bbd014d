import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * The part of an answer between two moments, with its own beginning and end; undefined where it has no value.
 *
 * @param from - milliseconds since 1970; the first value is not before it
 * @param to - the last value is not after it
 */
export function sliceOf(
  answer: MetricsAnswer,
  from: number,
  to: number,
): MetricsAnswer | undefined {
  const start = Date.parse(answer.from);
  const step = answer.step * 1000;
  const length = Math.max(0, ...answer.series.map(one => one.values.length));
  const first = Math.max(0, Math.ceil((from - start) / step));
  const last = Math.min(length - 1, Math.floor((to - start) / step));
  return last < first
    ? undefined
    : {
        ...answer,
        from: new Date(start + first * step).toISOString(),
        to: new Date(start + last * step).toISOString(),
        series: answer.series.map(one => ({
          ...one,
          values: one.values.slice(first, last + 1),
        })),
      };
}
