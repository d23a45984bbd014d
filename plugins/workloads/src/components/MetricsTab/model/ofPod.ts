import {
  MetricsAnswer,
  MetricSeries,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * What is told of one pod; all of what is told of no pod, such as quotas.
 * @param pod - its name; undefined for all
 */
export function ofPod(
  answer: MetricsAnswer,
  pod: string | undefined,
): MetricsAnswer {
  const isOfPods = answer.series.some(one => one.pod !== undefined);
  return pod === undefined || !isOfPods
    ? answer
    : { ...answer, series: answer.series.filter(one => one.pod === pod) };
}

/** The pods of which something was measured, each once, by name. */
export function podsOf(
  answers: readonly (MetricsAnswer | undefined)[],
): { readonly name: string; readonly cluster: string }[] {
  const pods = new Map<string, string>();
  for (const { pod, cluster, values } of answers.flatMap(seriesOf)) {
    if (pod !== undefined && values.some(value => value !== null)) {
      pods.set(pod, cluster);
    }
  }
  return [...pods]
    .map(([name, cluster]) => ({ name, cluster }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function seriesOf(answer: MetricsAnswer | undefined): readonly MetricSeries[] {
  return answer?.series ?? [];
}
