import { MetricSourceQuery } from '@domaindeck/backstage-plugin-workloads-node';

/** A question for memory of the pods `api-*` of `pay`: three steps of a minute from 1020 s on. */
export function metricQuery(
  rest: Partial<MetricSourceQuery> = {},
): MetricSourceQuery {
  return {
    panel: 'memory',
    scopes: [{ namespace: 'pay', pods: ['api-[a-z]{5}'] }],
    from: 1_020_000,
    to: 1_140_000,
    step: 60_000,
    signal: new AbortController().signal,
    ...rest,
  };
}
