import { MetricSourceState } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * The lines of app-config that give clusters a store of metrics; in the words of the backend where it has some.
 * @param sources - of the clusters that lack one
 */
export function sourceYaml(sources: readonly MetricSourceState[]): string {
  const told = sources.flatMap(({ remedy }) => remedy ?? []);
  return told.length > 0
    ? [...new Set(told)].join('\n')
    : [
        'workloads:',
        '  clusters:',
        ...sources.flatMap(({ cluster }) => [
          `    ${cluster}:`,
          '      metrics:',
          '        type: prometheus',
          '        url: https://prometheus.example.com',
        ]),
      ].join('\n');
}

/** Whether a store would tell more of a cluster than there is. */
export function lacksStore({ state }: MetricSourceState): boolean {
  return state === 'none' || state === 'sampled';
}
