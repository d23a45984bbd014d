import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * Whether an answer tells of nothing, and no source failed to: there is none of it. Undefined is not known yet.
 */
export function isEmptyAnswer(answer: MetricsAnswer | undefined): boolean {
  return (
    answer !== undefined &&
    answer.warnings.every(({ code }) => code !== 'failing') &&
    answer.series.every(
      ({ measure, values }) =>
        measure === 'request' ||
        measure === 'limit' ||
        values.every(value => value === null),
    )
  );
}
